import { dateOf } from '#core/domain/calendar-date.ts';
import type { Instant } from '#core/base/capabilities.ts';
import { MissingFacts } from '#core/domain/missing-facts.ts';
import type { Contact } from '#core/pack/contact-seed.ts';
import { sentLine } from './referral-sheet.ts';
import type { Block, Sheet } from './sheet.ts';
import { typedLine, type Wording } from './wording.ts';

/**
 * One page for the police on the day the person is reported missing: the facts they agreed to and
 * nothing else; no visit, no sign, no helper.
 *
 * @param by who sends it, as `composeReferralSheet` has it
 * @param agreedAt when the person agreed that these may be given
 */
export function composeMissingPersonSheet(
  { line, language, direction }: Wording,
  recipient: Contact,
  facts: MissingFacts,
  agreedAt: Instant,
  now: Instant,
  by: string,
): Sheet {
  const filled = MissingFacts.keyof().options.filter((key) => facts[key] !== '');
  const blocks: Block[] = [
    { kind: 'title', line: line('missing-person.title') },
    {
      kind: 'field',
      label: line('referral.to'),
      lines: [typedLine(recipient.name)],
      isOrdered: false,
    },
    { kind: 'field', label: line('referral.date'), lines: [sentLine(now, by)], isOrdered: false },
    { kind: 'paragraph', line: line('missing-person.agreed', { date: dateOf(agreedAt) }) },
    ...filled.map((key): Block => ({
      kind: 'field',
      label: line(`missing-person.${wordOf[key]}`),
      lines: [typedLine(facts[key])],
      isOrdered: false,
    })),
    { kind: 'paragraph', line: line('missing-person.only') },
  ];
  return { kind: 'missing-person', audience: 'agency', language, direction, blocks };
}

const wordOf: Readonly<Record<keyof MissingFacts, string>> = {
  height: 'height',
  age: 'age',
  nationality: 'nationality',
  hairAndEyes: 'hair-and-eyes',
  features: 'features',
  clothes: 'clothes',
  languages: 'languages',
  places: 'places',
};
