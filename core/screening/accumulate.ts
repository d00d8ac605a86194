import type { Accumulation, Mark } from '#core/domain/accumulation.ts';
import { type CalendarDate, dayHere } from '#core/domain/calendar-date.ts';
import type { CaseEntry, CaseEntryContent, CaseNote } from '#core/domain/case-entry.ts';
import type { Encounter } from '#core/domain/encounter.ts';
import { IndicatorId } from '#core/domain/observation.ts';
import type { StaffId } from '#core/domain/staff.ts';

export type AccumulatedVisit = Pick<Encounter, 'startedAt' | 'draft'> & {
  readonly by: StaffId | null;
};

const signOfNote = {
  'missed-appointment': 'sign.appointments-missed',
  moved: 'sign.moved-often',
  'welfare-notice': 'sign.notifications',
  'differing-account': 'sign.accounts-differ',
  'child-missing': 'sign.child-goes-missing',
} as const satisfies Readonly<
  Record<Exclude<CaseNote['kind'], 'correction' | 'named-colleague'>, string>
>;

/** The signs that this works out; every one of them is in the pack. */
export const accumulatedSigns: readonly IndicatorId[] = [
  'sign.companion-always',
  ...Object.values(signOfNote),
].map((id) => IndicatorId.parse(id));

/**
 * The signs that show only across visits, whoever wrote them down, each with its days. A sign
 * about which nothing was noted at all is left out.
 *
 * @param today an appointment agreed for later than this is not missed
 */
export function accumulate(
  visits: readonly AccumulatedVisit[],
  entries: readonly CaseEntry[],
  today: CalendarDate,
): Accumulation[] {
  const inOrder = visits.toSorted((one, other) => (one.startedAt < other.startedAt ? -1 : 1));
  const found: readonly Accumulation[] = [
    companions(inOrder),
    ...Object.entries(signOfNote).map(([kind, sign]) => ({
      sign: IndicatorId.parse(sign),
      marks: [
        ...noted(entries, kind),
        ...(kind === 'missed-appointment' ? notCome(inOrder, today) : []),
      ].toSorted((one, other) => (one.on < other.on ? -1 : 1)),
      against: [],
      notNoted: 0,
    })),
  ];
  return found.filter(({ marks, against }) => marks.length > 0 || against.length > 0);
}

function companions(visits: readonly AccumulatedVisit[]): Accumulation {
  const came = (how: 'alone' | 'with-someone' | 'not-noted') =>
    visits.filter(({ draft }) => draft.company.came === how);
  return {
    sign: IndicatorId.parse('sign.companion-always'),
    marks: came('with-someone').map(({ startedAt, by }) => ({
      on: dayHere(startedAt),
      by,
      how: 'noted',
      about: null,
    })),
    against: came('alone').map(({ startedAt }) => dayHere(startedAt)),
    notNoted: came('not-noted').length,
  };
}

function noted(entries: readonly CaseEntry[], kind: string): readonly Mark[] {
  return entries.flatMap(({ by, content }) =>
    content.kind === kind && 'on' in content
      ? [{ on: content.on, by, how: 'noted' as const, about: aboutOf(content) }]
      : [],
  );
}

function aboutOf(content: CaseEntryContent): Mark['about'] {
  switch (content.kind) {
    case 'missed-appointment':
      return content.how;
    case 'differing-account':
      return content.about;
    default:
      return null;
  }
}

/** Days that were agreed for a next visit, with no visit that day and none before the day after. */
function notCome(visits: readonly AccumulatedVisit[], today: CalendarDate): readonly Mark[] {
  return visits.flatMap(({ startedAt, draft: { followUp }, by }) => {
    if (followUp.kind !== 'on' || followUp.on >= today) return [];
    const agreed = followUp.on;
    const hasCome = visits.some(
      (visit) => visit.startedAt > startedAt && dayHere(visit.startedAt) <= agreed,
    );
    return hasCome ? [] : [{ on: agreed, by, how: 'worked-out' as const, about: null }];
  });
}
