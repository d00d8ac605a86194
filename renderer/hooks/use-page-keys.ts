import { useEffect } from 'react';

/**
 * One hand on the keyboard: a digit chooses an answer of the question that has the focus, or
 * else of the first that has none yet, and leads to the next question; Enter goes on; Ctrl+P
 * prints the sheet that is shown. Where something is typed, a digit is a letter.
 *
 * @param isOn whether digits choose; they can be turned off, for whoever works by voice
 */
export function usePageKeys(isOn: boolean): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key === 'p' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        firstSeen('[data-prints]:not(:disabled)')?.click();
      }
      if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
      if (event.isComposing || event.defaultPrevented) return;
      const target = event.target instanceof HTMLElement ? event.target : document.body;
      if (event.key === 'Enter' && !isAnsweredByEnter(target)) {
        event.preventDefault();
        firstSeen('.page__actions .page__next')?.click();
      } else if (isOn && /^[1-9]$/.test(event.key) && !isTypedInto(target)) {
        const chosen = choose(Number(event.key), target);
        if (chosen) event.preventDefault();
      }
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [isOn]);
}

function choose(digit: number, target: HTMLElement): boolean {
  const groups = groupsOf();
  const at = groups.findIndex((group) => group.contains(target));
  const open = groups.findIndex((group) => group.querySelector(':checked') === null);
  const group = groups[at >= 0 ? at : Math.max(open, 0)];
  const input = group === undefined ? undefined : inputsOf(group)[digit - 1];
  if (group === undefined || input === undefined) {
    const button = firstSeen(`[data-digit="${digit}"]`);
    button?.click();
    return button !== undefined;
  }
  input.click();
  input.focus();
  // Several boxes can be ticked: the focus stays. One answer is one answer.
  if (input.type === 'radio') {
    // What the answer brought up is there by now.
    const after = groupsOf();
    const next = after[after.indexOf(group) + 1];
    const inputs = next === undefined ? [] : inputsOf(next);
    (inputs.find(({ checked }) => checked) ?? inputs[0])?.focus();
  }
  return true;
}

/** What lies beneath something else, or is folded away, hears no key. */
function firstSeen(selector: string): HTMLElement | undefined {
  const found = [...document.querySelectorAll<HTMLElement>(selector)];
  return found.find((one) => one.checkVisibility());
}

/** The questions of the page that can be seen, in their order. */
function groupsOf(): readonly HTMLElement[] {
  const groups = [...document.querySelectorAll<HTMLElement>('.page fieldset')];
  // What is folded away has a place on the page all the same: a digit must not answer it unseen.
  return groups.filter((group) => group.checkVisibility() && inputsOf(group).length > 0);
}

function inputsOf(group: HTMLElement): readonly HTMLInputElement[] {
  return [
    ...group.querySelectorAll<HTMLInputElement>('input[type="radio"], input[type="checkbox"]'),
  ];
}

function isTypedInto(target: HTMLElement): boolean {
  if (target instanceof HTMLInputElement) return !['radio', 'checkbox'].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

function isAnsweredByEnter(target: HTMLElement): boolean {
  return target.closest('button, a, summary, textarea, select, input[type="search"]') !== null;
}
