import { useEffect, useEffectEvent, useRef } from 'react';
import type { EncounterId } from '#core/domain/encounter.ts';
import type { Spot } from '#core/domain/spot.ts';
import { readSpot, reportSpot } from '#core/ipc/watch-channels.ts';
import { call } from '../client.ts';

type Where = Pick<Spot, 'step' | 'aside' | 'way'>;

/** Moving about is gathered for this long. */
const gatherMs = 200;
/** How many frames a page may take until the field that had the focus is on it again. */
const mostFrames = 60;

/**
 * Tells the main process where somebody is in a visit, and leads back there once, after the cover
 * or a lock: to the same path, the same place on the page, the same letter of the same field.
 *
 * @param encounterId undefined as long as the gate is armed
 * @param onFound what lay over the step, or led beside it
 */
export function useSpot(
  encounterId: EncounterId | undefined,
  where: Where | undefined,
  onFound: (found: Where) => void,
): void {
  const isBack = useRef(false);
  const goBack = useEffectEvent((spot: Spot, isCurrent: () => boolean) => {
    if (spot.step !== where?.step) return;
    onFound(spot);
    whenThere(spot, isCurrent);
  });
  const report = useEffectEvent((id: EncounterId) => {
    // Before that it would take down where the page begins.
    if (!isBack.current || where === undefined) return;
    void call(reportSpot, { encounterId: id, spot: { ...where, ...spotOnPage() } });
  });

  useEffect(() => {
    isBack.current = false;
    if (encounterId === undefined) return undefined;
    let isCurrent = true;
    void call(readSpot, { encounterId }).then((reply) => {
      if (!isCurrent) return;
      isBack.current = true;
      if (reply.ok && reply.value !== null) goBack(reply.value, () => isCurrent);
    });
    return () => {
      isCurrent = false;
    };
  }, [encounterId]);

  const place = where === undefined ? undefined : `${where.step} ${where.aside} ${where.way}`;
  useEffect(() => {
    if (encounterId === undefined || place === undefined) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const moved = () =>
      void (timer ??= setTimeout(() => {
        timer = undefined;
        report(encounterId);
      }, gatherMs));
    moved();
    const kinds = ['focusin', 'scroll', 'selectionchange'] as const;
    for (const kind of kinds) document.addEventListener(kind, moved, true);
    return () => {
      clearTimeout(timer);
      for (const kind of kinds) document.removeEventListener(kind, moved, true);
    };
  }, [encounterId, place]);
}

/** What scrolls, and what in it can have the focus, of the page that is seen. */
function partsOfPage(): {
  readonly page: Element | undefined;
  readonly fields: readonly HTMLElement[];
} {
  const page = [...document.querySelectorAll('.desk__main .page')].find(
    (one) => one.closest('[hidden]') === null,
  );
  const fields = page?.querySelectorAll<HTMLElement>('input, textarea, select, button') ?? [];
  return { page, fields: [...fields] };
}

function spotOnPage(): Pick<Spot, 'scrollPx' | 'field'> {
  const { page, fields } = partsOfPage();
  const at = fields.findIndex((field) => field === document.activeElement);
  const field = fields[at];
  return {
    scrollPx: Math.max(0, Math.round(page?.scrollTop ?? 0)),
    field: field === undefined ? null : { at, caret: caretIn(field) },
  };
}

function caretIn(field: HTMLElement): number | null {
  return field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement
    ? field.selectionStart
    : null;
}

/** What is on the page comes piece by piece. */
function whenThere(spot: Spot, isCurrent: () => boolean, frames = 0): void {
  requestAnimationFrame(() => {
    if (!isCurrent()) return;
    const { page, fields } = partsOfPage();
    const field = spot.field === null ? undefined : fields[spot.field.at];
    const isThere = spot.field === null ? frames > 1 : field !== undefined;
    if (!isThere && frames < mostFrames) return whenThere(spot, isCurrent, frames + 1);
    field?.focus({ preventScroll: true });
    const caret = spot.field?.caret ?? null;
    if (caret !== null && field !== undefined) putCaret(field, caret);
    page?.scrollTo({ top: spot.scrollPx });
  });
}

function putCaret(field: HTMLElement, caret: number): void {
  if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)
    field.setSelectionRange(caret, caret);
}
