import { afterEach, describe, expect, test } from 'vitest';
import { CaseEntry, type CaseEntryContent } from '#core/domain/case-entry.ts';
import type { VisitDraft } from '#core/domain/encounter.ts';
import { StaffId } from '#core/domain/staff.ts';
import { accumulate, accumulatedSigns, type AccumulatedVisit } from '#core/screening/accumulate.ts';
import { basePack } from '../../support/core.ts';
import { typedDraft } from '../../support/vault.ts';

const today = '2031-06-01';
const [anna, bo] = [1, 2].map((number) =>
  StaffId.parse(`0198c0de-0000-7000-8000-00000000000${number}`),
);

describe('what shows only across visits', () => {
  const zone = process.env['TZ'];
  afterEach(() => {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });

  test('is worked out for every such sign of the pack, and for no other', () => {
    const longitudinal = basePack().indicators.filter((sign) => sign.longitudinal);
    expect(longitudinal.map(({ id }) => id).toSorted()).toEqual(accumulatedSigns.toSorted());
  });

  test('says of the company on which days it was there, on which not, and where nobody noted it', () => {
    // given
    const came = (how: VisitDraft['company']['came']): Partial<VisitDraft> => ({
      company: { came: how, did: [], parted: 'not-noted' },
    });
    const visits = [
      visit('2031-03-01', anna, came('with-someone')),
      visit('2031-05-01', bo, came('with-someone')),
      visit('2031-04-01', anna, came('alone')),
      visit('2031-02-01', anna, came('not-noted')),
    ];

    // when, then
    expect(accumulate(visits, [], today)).toEqual([
      {
        sign: 'sign.companion-always',
        marks: [
          { on: '2031-03-01', by: anna, how: 'noted', about: null },
          { on: '2031-05-01', by: bo, how: 'noted', about: null },
        ],
        against: ['2031-04-01'],
        notNoted: 1,
      },
    ]);
  });

  test.each<[CaseEntryContent, string, string | null]>([
    [{ kind: 'moved', on: '2031-03-03' }, 'sign.moved-often', null],
    [{ kind: 'welfare-notice', on: '2031-03-03' }, 'sign.notifications', null],
    [{ kind: 'child-missing', on: '2031-03-03' }, 'sign.child-goes-missing', null],
    [
      { kind: 'differing-account', on: '2031-03-03', about: 'work' },
      'sign.accounts-differ',
      'work',
    ],
    [
      { kind: 'missed-appointment', on: '2031-03-03', how: 'called-off-by-another' },
      'sign.appointments-missed',
      'called-off-by-another',
    ],
  ])('comes from the notes of any member: %j', (content, sign, about) => {
    expect(accumulate([], [entry(1, content, anna), entry(2, content, bo)], today)).toEqual([
      {
        sign,
        marks: [
          { on: '2031-03-03', by: anna, how: 'noted', about },
          { on: '2031-03-03', by: bo, how: 'noted', about },
        ],
        against: [],
        notNoted: 0,
      },
    ]);
  });

  test('works out that somebody did not come as agreed, only when the day is over', () => {
    // given a visit at which a day was agreed
    const agreed = (on: string) => visit('2031-03-01', anna, { followUp: { kind: 'on', on } });
    const marksOf = (...visits: readonly AccumulatedVisit[]) =>
      accumulate(visits, [], today).flatMap(({ sign, marks }) =>
        sign === 'sign.appointments-missed' ? marks : [],
      );

    // when, then
    expect(marksOf(agreed('2031-03-08'))).toEqual([
      { on: '2031-03-08', by: anna, how: 'worked-out', about: null },
    ]);
    expect(marksOf(agreed('2031-03-08'), visit('2031-03-08', bo))).toEqual([]);
    expect(marksOf(agreed('2031-03-08'), visit('2031-03-05', bo))).toEqual([]);
    expect(marksOf(agreed('2031-03-08'), visit('2031-03-20', bo))).toHaveLength(1);
    expect(marksOf(agreed(today))).toEqual([]);
  });

  test('counts the days of a visit as they are where it was held', () => {
    // given an appointment, and a visit in the evening of that day, which is the next day in UTC
    process.env['TZ'] = 'America/Los_Angeles';
    const agreed = visit('2031-03-01', anna, { followUp: { kind: 'on', on: '2031-03-08' } });
    const evening = { ...visit('2031-03-09', bo), startedAt: '2031-03-09T02:30:00.000Z' };

    // when, then
    expect(accumulate([agreed, evening], [], today)).toEqual([]);
  });

  test('says nothing where nothing was noted', () => {
    expect(accumulate([visit('2031-03-01', anna)], [], today)).toEqual([]);
  });
});

function visit(
  day: string,
  by: StaffId | undefined,
  changes: Partial<VisitDraft> = {},
): AccumulatedVisit {
  const startedAt = `${day}T10:00:00.000Z`;
  return { startedAt, by: by ?? null, draft: typedDraft(changes) };
}

function entry(number: number, content: CaseEntryContent, by: StaffId | undefined): CaseEntry {
  return CaseEntry.parse({
    id: `0198c0de-0000-7000-8000-0000000000a${number}`,
    number,
    at: '2031-05-05T10:00:00.000Z',
    by,
    content,
  });
}
