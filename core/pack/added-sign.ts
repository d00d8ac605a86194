import { z } from 'zod';
import { CalendarDate } from '#core/domain/calendar-date.ts';
import { IndicatorId } from '#core/domain/observation.ts';
import { Setting } from '#core/domain/setting.ts';
import { StaffId } from '#core/domain/staff.ts';
import { SourceId } from './citation.ts';
import type { Indicator } from './entries.ts';
import type { Pack } from './pack.ts';

/** Signs of a place carry this in their id, which no pack does. */
const ownPrefix = 'sign.own-';

/** What a sign of the place names as its source, where the others name a work. */
export const ownWork = SourceId.parse('PLACE');

/** A sign that a place adds to the list (R4). It counts once the lead has confirmed it. */
export const AddedSign = z.strictObject({
  id: IndicatorId,
  text: z.string().trim().min(1).max(160),
  /** What to look or listen for, and what else could explain it. */
  hint: z.string().trim().min(1).max(600),
  proposedBy: StaffId,
  proposedOn: CalendarDate,
  confirmed: z.strictObject({ by: StaffId, on: CalendarDate }).nullable(),
  /** From when on it is not offered any more. What was noted under it keeps its words. */
  withdrawnOn: CalendarDate.nullable(),
});
export type AddedSign = z.infer<typeof AddedSign>;

export const AddedSigns = z.array(AddedSign);

/** What of an added sign may lie outside the vault: words and a day, and no member. */
export type PublishedSign = Pick<AddedSign, 'id' | 'text' | 'hint'> & {
  readonly on: CalendarDate;
  readonly isOffered: boolean;
};

/** @param id a fresh UUID */
export function addedSignId(id: string): IndicatorId {
  return IndicatorId.parse(`${ownPrefix}${id}`);
}

export function isAddedSign(id: string): boolean {
  return id.startsWith(ownPrefix);
}

/** What of the added signs is read: what the lead has confirmed. */
export function publishedSigns(signs: readonly AddedSign[]): readonly PublishedSign[] {
  return signs.flatMap(({ id, text, hint, confirmed, withdrawnOn }) =>
    confirmed === null
      ? []
      : [{ id, text, hint, on: confirmed.on, isOffered: withdrawnOn === null }],
  );
}

/** Whether the list has a sign in these words already, in whatever case and spacing. */
export function hasSign(signs: readonly Pick<Indicator, 'text'>[], text: string): boolean {
  return signs.some((sign) => folded(sign.text) === folded(text));
}

/** The pack with the signs of the place in it, each marked with its day and offered in every setting. */
export function withAddedSigns(pack: Pack, signs: readonly PublishedSign[]): Pack {
  if (signs.length === 0) return pack;
  const isIn = new Set(signs.filter(({ isOffered }) => isOffered).map(({ id }) => id));
  const own = signs.map(indicatorOf);
  return {
    ...pack,
    indicators: [...pack.indicators, ...own.filter(({ id }) => isIn.has(id))],
    formerSigns: [...pack.formerSigns, ...own.filter(({ id }) => !isIn.has(id))],
    corrected: { ...pack.corrected, ...Object.fromEntries(signs.map(({ id, on }) => [id, on])) },
  };
}

/** Every sign that a record may name: those that are offered, and those that once were. */
export function knownSigns(pack: Pick<Pack, 'indicators' | 'formerSigns'>): readonly Indicator[] {
  return [...pack.indicators, ...pack.formerSigns];
}

function indicatorOf({ id, text, hint, on }: PublishedSign): Indicator {
  return {
    id,
    text,
    hint,
    group: 'place',
    kind: 'sign',
    longitudinal: false,
    settings: Setting.options,
    forms: [],
    sources: [{ work: ownWork, place: on }],
    answers: ['R4'],
  };
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase().split(/\s+/u).filter(Boolean).join(' ');
}
