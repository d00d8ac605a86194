import type { SafetyPlan } from '#core/domain/safety-plan.ts';
import { type Contact, dialled } from '#core/pack/contact-seed.ts';
import type { Jurisdiction } from '#core/pack/jurisdiction.ts';
import { type PlanChoice, PlanPart } from '#core/pack/plan-choice.ts';
import type { PhraseId } from '#core/pack/phrase.ts';
import type { Block, Line, Sheet } from './sheet.ts';
import { formNumber, formNumberBlock, notChecked } from './small-sheets.ts';
import { typedLine, type Wording } from './wording.ts';

/** The heading of each part; the lines for a sign of danger stand under the last sentence. */
const headings: Readonly<Record<PlanPart, PhraseId>> = {
  'ways-out': 'plan.ways-out',
  call: 'plan.call',
  carry: 'plan.carry',
  learn: 'plan.learn',
  'danger-sign': 'plan.wrong',
};

/** The line that names a number: where a country has none, it is left out. */
const emergencyPhrase: PhraseId = 'safe.emergency';

/**
 * The plan a person made, on paper as they chose: plainly, or looking like a note about an
 * ordinary check-up, on which only the times and a number stand and the rest is for the memory.
 *
 * @returns undefined when it is not to be on paper
 */
export function composeSafetyPlan(
  wording: Wording,
  choices: readonly PlanChoice[],
  jurisdiction: Jurisdiction,
  plan: SafetyPlan,
  helper: Contact | undefined,
): Sheet | undefined {
  const number = helper === undefined ? undefined : dialled(helper);
  switch (plan.paper) {
    case 'plain':
      return sheetOf(wording, plainBlocks(wording, choices, jurisdiction, plan, helper));
    case 'disguised':
      return sheetOf(wording, disguisedBlocks(wording, plan, number));
    default:
      return undefined;
  }
}

function plainBlocks(
  wording: Wording,
  choices: readonly PlanChoice[],
  jurisdiction: Jurisdiction,
  plan: SafetyPlan,
  helper: Contact | undefined,
): readonly Block[] {
  const { line } = wording;
  const number = helper === undefined ? undefined : dialled(helper);
  const [emergency] = jurisdiction.emergency;
  const chosen = choices.filter(
    ({ id, phrase }) =>
      plan.chosen.includes(id) && (phrase !== emergencyPhrase || emergency !== undefined),
  );
  const calls: readonly Line[] = [
    ...(number === undefined ? [] : [line('person.call', { number })]),
    ...(emergency === undefined ? [] : [line('person.danger', { emergency: emergency.number })]),
  ];
  return [
    { kind: 'title', line: line('plan.title') },
    ...field(line('plan.times'), plan.times.map(timeLine)),
    ...PlanPart.options.flatMap((part) => {
      const lines = chosen.filter((choice) => choice.part === part);
      const phrases = lines.map(({ phrase }) =>
        line(phrase, emergency === undefined ? {} : { emergency: emergency.number }),
      );
      return field(line(headings[part]), part === 'call' ? [...phrases, ...calls] : phrases);
    }),
    ...notChecked(wording, number === undefined ? undefined : helper),
    ...(plan.own === '' ? [] : [{ kind: 'paragraph' as const, line: typedLine(plan.own) }]),
    ...(chosen.some(({ part }) => part === 'danger-sign')
      ? []
      : [{ kind: 'paragraph' as const, line: line('plan.wrong') }]),
  ];
}

function disguisedBlocks(
  { line }: Wording,
  plan: SafetyPlan,
  number: string | undefined,
): readonly Block[] {
  return [
    { kind: 'title', line: line('slip.check-up') },
    ...field(line('slip.time'), plan.times.map(timeLine)),
    { kind: 'paragraph', line: line('slip.bring') },
    // Not as a number to call: somebody who finds it may, to say that nobody comes.
    ...(number === undefined ? [] : [formNumberBlock(formNumber(number, false))]),
  ];
}

function field(label: Line, lines: readonly Line[]): readonly Block[] {
  return lines.length === 0 ? [] : [{ kind: 'field', label, lines: [...lines], isOrdered: false }];
}

function timeLine(text: string): Line {
  return [{ kind: 'number', text }];
}

function sheetOf({ language, direction }: Wording, blocks: readonly Block[]): Sheet {
  return { kind: 'safety-plan', audience: 'person', language, direction, blocks: [...blocks] };
}
