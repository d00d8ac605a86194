// What a person may carry that is smaller than the information sheet, and what passes for an
// ordinary paper of a clinic. None of it names a person, a clinic or the subject.
import type { CalendarDate } from '#core/domain/calendar-date.ts';
import { type Contact, dialled } from '#core/pack/contact-seed.ts';
import type { Block, Line, Sheet } from './sheet.ts';
import { typedLine, type Wording } from './wording.ts';

/** What an ordinary appointment is for, by the phrase that says it. */
export const ordinaryReasons = ['check-up', 'blood-pressure', 'vaccination', 'eye-test'] as const;

export type Appointment = {
  readonly on: CalendarDate;
  /** HH:MM, as the clinic writes it. */
  readonly at: string;
  readonly reason: (typeof ordinaryReasons)[number];
};

/** Two columns of four credit cards (85.6 by 54 mm, ISO/IEC 7810) fit on A4, Letter and card stock. */
const cardsToAPage = 8;

/**
 * The pocket card, eight to a page: a number, a code word if the person chose one, and two
 * sentences.
 */
export function composeCard(wording: Wording, helper: Contact, codeWord: string): Sheet {
  const { line } = wording;
  // As the directory writes it; anything less sure is not promised on a card.
  const isAlwaysOpen = /^Day and night($| by telephone)/.test(helper.hours);
  const lines: Line[] = [
    line('card.talk', { number: dialled(helper) ?? '' }),
    ...(isAlwaysOpen ? [line('card.day-and-night')] : []),
    ...(codeWord === '' ? [] : [[...line('card.code-word'), ...colon, ...typedLine(codeWord)]]),
    line('person.you-decide'),
    line('person.help-stays'),
  ];
  return sheetOf('card', wording, [{ kind: 'cards', copies: cardsToAPage, lines }]);
}

const colon: Line = [{ kind: 'words', text: ': ' }];

/**
 * An ordinary appointment. On the disguised slip the number to call is the helper's, which the
 * person was told; on the follow-up slip it is the clinic's own. The two look alike, because
 * whoever compares them must see no difference.
 *
 * @param number as it is dialled here
 */
export function composeSlip(
  kind: 'slip' | 'follow-up',
  wording: Wording,
  { on, at, reason }: Appointment,
  number: string,
): Sheet {
  const { line } = wording;
  const field = (label: Line, value: Line): Block => ({
    kind: 'field',
    label,
    lines: [value],
    isOrdered: false,
  });
  return sheetOf(kind, wording, [
    { kind: 'title', line: line('slip.appointment') },
    field(line('slip.date'), [{ kind: 'number', text: dayInFigures(on) }]),
    field(line('slip.time'), [{ kind: 'number', text: at }]),
    { kind: 'paragraph', line: line(`slip.${reason}`) },
    { kind: 'paragraph', line: line('slip.bring') },
    ...(number === ''
      ? []
      : [{ kind: 'paragraph' as const, line: line('slip.cannot-come', { number }) }]),
  ]);
}

/** As most of the languages here write a day: the runtime has no names of months for many of them. */
export function dayInFigures(date: CalendarDate): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${day}.${month}.${year}`;
}

/** For staff to read aloud, and to destroy afterwards: a number in the parts it is learned in. */
export function composeMemoriseAid(wording: Wording, helper: Contact): Sheet {
  const { line } = wording;
  return sheetOf(
    'memorise',
    wording,
    [
      { kind: 'title', line: line('memorise.title') },
      { kind: 'parts', parts: [...partsOf(dialled(helper) ?? '')] },
      { kind: 'paragraph', line: line('memorise.how') },
    ],
    'staff',
  );
}

/**
 * A number in parts of two or three digits, so that each is one breath. Where the number is
 * written in such groups already they are kept: people know them.
 */
export function partsOf(number: string): readonly string[] {
  const groups = number.split(/[\s-]+/).filter((group) => group !== '');
  return groups.flatMap((group) => {
    if (group.startsWith('+') || group.length <= 3) return [group];
    const first = group.length % 3 === 1 ? 2 : 3;
    return [group.slice(0, first), ...partsOf(group.slice(first))];
  });
}

/** The sheet that names the subject: made only when staff choose it. */
export function composeFullSheet(wording: Wording, helper: Contact | undefined): Sheet {
  const { line } = wording;
  const number = helper === undefined ? undefined : dialled(helper);
  const ids = ['what', 'crime', 'who', 'work', 'sex', 'street', 'other', 'not-their-fault', 'help'];
  return sheetOf('full', wording, [
    { kind: 'title', line: line('full.title') },
    ...ids.map((id): Block => ({ kind: 'paragraph', line: line(`full.${id}`) })),
    ...(number === undefined
      ? []
      : [{ kind: 'call' as const, line: line('person.call', { number }) }]),
  ]);
}

export function sheetOf(
  kind: Sheet['kind'],
  { language, direction }: Wording,
  blocks: readonly Block[],
  audience: Sheet['audience'] = 'person',
): Sheet {
  return { kind, audience, language, direction, blocks: [...blocks] };
}
