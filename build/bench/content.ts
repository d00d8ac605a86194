// How soon what staff read can be searched, and what each letter costs, in the real window.
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { makeSignedOutProfile } from './bench-vault.ts';
import { type BenchRow, limitedRow, median, row } from './rows.ts';
import { pause, type Running, start } from './running.ts';

/**
 * What people look for, as they type it: whole questions, single words, words with letters left
 * out or swapped, and sentences for a person in eight scripts.
 */
const queries = [
  'interpreter',
  'interpretor',
  'is it just us',
  'passport taken',
  'police duty to report',
  'child alone',
  'shame',
  'debt',
  'danger sign phone rings',
  'reflection period',
  'adress unknown',
  'confidentality',
  'waht if she says no',
  'sleep at work',
  'wages',
  'Finland minor',
  'مترجم',
  'أنا في خطر',
  'опасности',
  'አደጋ',
  'ช่วย',
  '我有危险',
  'ਖ਼ਤਰਾ',
  'بالوقت',
  'peligro',
  'tehlikede',
] as const;

export async function contentRows(
  folder: string,
  root: string,
  starts: number,
): Promise<readonly BenchRow[]> {
  await makeSignedOutProfile(join(folder, 'content'));
  const afterPressMs = new Array<number>();
  const afterQuestionMs = new Array<number>();
  const afterGuidanceMs = new Array<number>();
  let letterMs: readonly number[] = [];
  for (let turn = 0; turn < starts; turn += 1) {
    const profile = join(folder, `content-${turn}`);
    cpSync(join(folder, 'content'), profile, { recursive: true });
    const running = await start(root, profile);
    const { pressed, painted, searchable } = JSON.parse(String(await asked(running, askQuestion)));
    afterPressMs.push(searchable - pressed);
    afterQuestionMs.push(Math.max(0, searchable - painted));
    afterGuidanceMs.push(await openGuidance(running));
    if (turn === starts - 1) {
      await running.evaluate(untilWhole);
      letterMs = await typeAll(running);
    }
    await running.stop();
  }
  return [
    limitedRow(
      'content searchable, after the question before the reading was painted',
      median(afterQuestionMs),
      100,
      starts,
    ),
    // Nobody asked for this one. It tells what the first hides where the index comes before the question.
    row({
      what: 'the same, after a press on the entrance as soon as it is there',
      unit: 'ms',
      quietroom: median(afterPressMs),
      compared: undefined,
      limit: 'none',
      isMet: () => true,
      pairs: starts,
    }),
    limitedRow(
      'first answer of the search, after the guidance was painted',
      median(afterGuidanceMs),
      100,
      starts,
    ),
    limitedRow(
      `a letter of a search to its answers in the page, 95th percentile of ${letterMs.length}`,
      percentile(letterMs, 0.95),
      16,
    ),
  ];
}

function percentile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * part) - 1] ?? Number.NaN;
}

/** The page that answers first may be the empty one before ours, which never answers: ask again. */
async function asked(running: Running, expression: string): Promise<unknown> {
  for (;;) {
    const answer = await Promise.race([running.evaluate(expression), pause(5_000)]);
    if (answer !== undefined && answer !== null) return answer;
  }
}

/** From the picture of the question before the reading to an index that answers. */
const askQuestion = `new Promise((done) => {
  let pressed;
  const press = () => {
    const button = ${buttonOf('Reading for staff')};
    if (button === undefined || button.disabled) return setTimeout(press, 20);
    pressed = performance.now();
    button.click();
    requestAnimationFrame(look);
  };
  const look = () => {
    if (!document.querySelector('h1')?.textContent.startsWith('Can anybody')) return requestAnimationFrame(look);
    requestAnimationFrame(() => setTimeout(() => {
      const painted = performance.now();
      const wait = () => {
        const [mark] = performance.getEntriesByName('content-searchable');
        if (mark === undefined) setTimeout(wait, 5);
        else done(JSON.stringify({ pressed, painted, searchable: mark.startTime }));
      };
      wait();
    }));
  };
  press();
})`;

/** Answers the question and types at once. */
async function openGuidance(running: Running): Promise<number> {
  return Number(
    await running.evaluate(
      `new Promise((done) => {
        const look = () => {
          const field = document.getElementById('guidance-words');
          if (field === null) return requestAnimationFrame(look);
          // The frame after the one in which the field is there: it is on the glass.
          requestAnimationFrame(() => setTimeout(() => {
            const painted = performance.now();
            ${typing(`'interpreter'`, 'done(performance.now() - painted)')}
          }));
        };
        ${buttonOf('No, go on')}.click();
        requestAnimationFrame(look);
      })`,
    ),
  );
}

/** Until the sentences for a person are in the index too. */
const untilWhole = `new Promise((done) => {
  const look = () => performance.getEntriesByName('phrases-searchable').length > 0 ? done(true) : setTimeout(look, 50);
  look();
})`;

async function typeAll(running: Running): Promise<readonly number[]> {
  const times = await running.evaluate(
    `(async () => {
      const times = [];
      for (const query of ${JSON.stringify(queries)}) {
        const letters = [...query];
        for (let end = 1; end <= letters.length; end += 1) {
          const text = letters.slice(0, end).join('');
          times.push(await new Promise((done) => setTimeout(() => {
            const field = document.getElementById('guidance-words');
            const before = performance.now();
            ${typing('text', 'done(performance.now() - before)')}
          }, 60)));
        }
      }
      return JSON.stringify(times);
    })()`,
  );
  return JSON.parse(String(times));
}

/**
 * Puts a text into the field as typing does, and then, when the answers to that text are in the
 * page and laid out. The answer says for which words it is.
 */
function typing(text: string, then: string): string {
  return `
    const output = document.querySelector('output[data-for]');
    const wanted = ${text};
    const seen = new MutationObserver(() => {
      if (output.dataset.for !== wanted) return;
      seen.disconnect();
      document.body.getBoundingClientRect();
      ${then};
    });
    seen.observe(output, { attributes: true });
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(field, wanted);
    field.dispatchEvent(new Event('input', { bubbles: true }));`;
}

function buttonOf(name: string): string {
  return `[...document.querySelectorAll('button')].find((each) => each.textContent.trim() === '${name}')`;
}
