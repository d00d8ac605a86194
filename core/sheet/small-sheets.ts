// What a person may carry that is smaller than the information sheet, and what passes for an
// ordinary paper of a clinic. None of it names a person, a clinic or the subject.
import type { CalendarDate } from '#core/domain/calendar-date.ts';
import type { UsualSlip } from '#core/domain/facility.ts';
import { type Contact, dialled } from '#core/pack/contact-seed.ts';
import { type Block, type CardLayout, type Line, linesOf, type Sheet } from './sheet.ts';
import { draftMark, withStaffLines } from './staff-lines.ts';
import { typedLine, type Wording } from './wording.ts';

/** What an ordinary appointment is for, by the phrase that says it. */
export const ordinaryReasons = ['check-up', 'blood-pressure', 'vaccination', 'eye-test'] as const;

export type Appointment = {
  readonly on: CalendarDate;
  /** HH:MM, as the clinic writes it. */
  readonly at: string;
  readonly reason: (typeof ordinaryReasons)[number];
};

/**
 * Two columns of credit cards (85.6 by 54 mm, ISO/IEC 7810). Four rows fit on A4 and Letter; five on
 * A4 alone, as card stock has them; a folded card is twice as high.
 */
const cardsToAPage: Readonly<Record<CardLayout, number>> = { eight: 8, ten: 10, folded: 4 };

/** The pocket card: a number, a code word if the person chose one, and two sentences. */
export function composeCard(
  wording: Wording,
  helper: Contact,
  codeWord: string,
  layout: CardLayout = 'eight',
): Sheet {
  const { line } = wording;
  // As the directory writes it; anything less sure is not promised on a card.
  const isAlwaysOpen = /^Day and night($| by telephone)/.test(helper.hours);
  const lines: Line[] = [
    line('card.talk', { number: dialled(helper) ?? '' }),
    ...(isAlwaysOpen ? [line('card.day-and-night')] : []),
    ...(codeWord === '' ? [] : [[...line('card.code-word'), ...colon, ...typedLine(codeWord)]]),
    line('person.you-decide'),
    line('person.help-stays'),
    ...checkedMark(helper),
  ];
  return sheetOf('card', wording, [{ kind: 'cards', copies: cardsToAPage[layout], layout, lines }]);
}

const colon: Line = [{ kind: 'words', text: ': ' }];

/**
 * Where the helper's number stands on a disguised slip, as staff and the person agreed: as the number
 * to call, or as the number of the form at the foot, forwards or from its end.
 */
export const hidings = ['to-call', 'form-number', 'form-number-backwards'] as const;
export type Hiding = (typeof hidings)[number];

/**
 * The digits as a form would number itself: in fours, without a plus or a space that tells. Two
 * noughts stand for the plus (ITU-T E.164), so that the digits can be dialled as they stand.
 */
export function formNumber(number: string, isBackwards: boolean): string {
  const digits = [...number.replace(/^\+/, '00')].filter((sign) => /\d/.test(sign));
  const ordered = isBackwards ? digits.toReversed() : digits;
  return ordered.join('').replaceAll(/\d{4}(?=\d)/g, '$&-');
}

/**
 * An ordinary appointment. A disguised slip holds the helper's number, of which the person was told, as
 * the number to call or as that of the form; on the follow-up slip both are ordinary. They look alike,
 * because whoever compares them must see no difference.
 *
 * @param usual what the place's own slips begin and end with
 * @param toCall as it is dialled here, or empty
 * @param ofForm what stands at the foot
 */
export function composeSlip(
  kind: 'slip' | 'follow-up',
  wording: Wording,
  usual: UsualSlip,
  appointment: Appointment,
  toCall: string,
  ofForm: string = ordinaryFormNumber(appointment),
): Sheet {
  const { line } = wording;
  const { on, at, reason } = appointment;
  const field = (label: Line, value: Line): Block => ({
    kind: 'field',
    label,
    lines: [value],
    isOrdered: false,
  });
  const ownLines = (text: string) =>
    text.split('\n').flatMap((each): Block[] => {
      const said = each.trim();
      return said === '' ? [] : [{ kind: 'paragraph', line: typedLine(said) }];
    });
  return sheetOf(kind, wording, [
    ...ownLines(usual.head),
    { kind: 'title', line: line('slip.appointment') },
    field(line('slip.date'), [{ kind: 'number', text: dayInFigures(on) }]),
    field(line('slip.time'), [{ kind: 'number', text: at }]),
    { kind: 'paragraph', line: line(`slip.${reason}`) },
    { kind: 'paragraph', line: line('slip.bring') },
    ...(toCall === ''
      ? []
      : [{ kind: 'paragraph' as const, line: line('slip.cannot-come', { number: toCall }) }]),
    ...ownLines(usual.foot),
    formNumberBlock(ofForm),
  ]);
}

/** At the foot, as forms have it. */
export function formNumberBlock(digits: string): Block {
  return { kind: 'small-print', line: [{ kind: 'number', text: `F ${digits}` }] };
}

/** Every slip has a number of the form, or the one with the helper's would stand out. */
function ordinaryFormNumber({ on, at }: Appointment): string {
  return formNumber(`${on} ${at}`, false);
}

/** As most of the languages here write a day: the runtime has no names of months for many of them. */
export function dayInFigures(date: CalendarDate): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${day}.${month}.${year}`;
}

/**
 * For staff to read aloud, and to destroy afterwards: a number in the parts it is learned in, and what
 * to say about it, with the same in their own language beside it.
 *
 * @param isDraft whether nobody who speaks the language has read its lines, which the paper then says
 */
export function composeMemoriseAid(
  wording: Wording,
  helper: Contact,
  staff: Wording,
  isDraft: boolean,
): Sheet {
  const lines = [...notChecked(wording, helper).flatMap(linesOf), wording.line('memorise.how')];
  const others = [...notChecked(staff, helper).flatMap(linesOf), staff.line('memorise.how')];
  return sheetOf(
    'memorise',
    wording,
    [
      { kind: 'title', line: wording.line('memorise.title') },
      { kind: 'parts', parts: saidInParts(wording, dialled(helper) ?? '') },
      ...withStaffLines(lines, others, wording, staff),
      ...draftMark(staff, isDraft),
    ],
    'staff',
  );
}

/** Each part of a number, and beside it its digits in the words of the language, one by one. */
function saidInParts({ line }: Wording, number: string) {
  return partsOf(number).map((digits) => ({
    digits,
    said: [...digits]
      .filter((each) => /^\d$/.test(each))
      .flatMap((digit, at): Line => [
        ...(at === 0 ? [] : [{ kind: 'words', text: ' ' } as const]),
        ...line(`digit.${digit}`),
      ]),
  }));
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
    ...notChecked(wording, number === undefined ? undefined : helper),
  ]);
}

/**
 * The day on which somebody last made sure of the number, as a bare figure; none where nobody did.
 * Whoever finds the card sees the date of a print, and nobody is frightened
 * (docs/adr/0021-unchecked-numbers-on-paper.md).
 */
function checkedMark({ standing }: Contact): readonly Line[] {
  if (standing.kind === 'not-checked') return [];
  return [[{ kind: 'number', text: dayInFigures(standing.checkedOn) }]];
}

/**
 * Says under a number that this place has not made sure of it, or not lately. The slip that looks
 * like an ordinary appointment stays as it is: whoever finds it must see nothing unusual.
 */
export function notChecked({ line }: Wording, helper: Contact | undefined): readonly Block[] {
  if (helper === undefined || helper.standing.kind === 'checked') return [];
  return [{ kind: 'paragraph', line: line('call.not-checked') }];
}

export function sheetOf(
  kind: Sheet['kind'],
  { language, direction }: Wording,
  blocks: readonly Block[],
  audience: Sheet['audience'] = 'person',
): Sheet {
  return { kind, audience, language, direction, blocks: [...blocks] };
}
