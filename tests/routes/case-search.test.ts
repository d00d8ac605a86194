import { describe, expect, test } from 'vitest';
import * as cases from '#core/ipc/case-channels.ts';
import * as encounters from '#core/ipc/encounter-channels.ts';
import { call, type Office } from './office.ts';
import { saveAtOnce } from './visits.ts';
import { typedDraft, typedWords, valueOf } from '../support/vault.ts';
import { officeWithCase, passMs } from './closed-case.ts';

describe('the list and the search', () => {
  test('list every case once, the latest visit first, in pieces', async () => {
    // given
    const { office, caseId } = await officeWithCase();
    const second = valueOf(await call(office, encounters.startEncounter, null));
    await passMs(office);
    const again = valueOf(await call(office, cases.startNextVisit, { caseId }));

    // when
    const whole = valueOf(await call(office, cases.listCases, { after: 0, count: 200 }));
    const piece = valueOf(await call(office, cases.listCases, { after: 1, count: 1 }));

    // then
    expect(whole.total).toBe(2);
    expect(whole.cases).toEqual([
      { caseId, last: again, visits: 2, openOf: null },
      { caseId: second.caseId, last: second, visits: 1, openOf: null },
    ]);
    expect(piece.cases).toEqual(whole.cases.slice(1));
    expect(JSON.stringify(whole)).not.toContain(typedWords.alias);
  });

  test.each([
    ['the beginning of the name', 'plims'],
    ['the name with a letter wrong', 'Plimsolvex'],
    ['the day', '2031-03-05'],
  ])('find a case by %s', async (_, words) => {
    // given
    const { office, caseId } = await officeWithCase();
    valueOf(await call(office, encounters.startEncounter, null));
    await indexed(office);

    // when
    const found = valueOf(await call(office, cases.findCases, { words, after: 0, count: 10 }));

    // then
    expect(found.isComplete).toBe(true);
    expect(found.cases.map((one) => [one.caseId, one.aliases])).toContainEqual([
      caseId,
      [typedWords.alias],
    ]);
  });

  test('know a name that was given later, and the one before it', async () => {
    // given
    const { office, caseId } = await officeWithCase();
    await indexed(office);
    const { id } = valueOf(await call(office, cases.startNextVisit, { caseId }));
    valueOf(await call(office, encounters.confirmAlone, { id }));
    valueOf(await saveAtOnce(office, id, typedDraft({ alias: 'Grizzelquark' })));

    // when
    await indexed(office);

    // then
    for (const words of ['grizzel', 'plimsoll']) {
      const found = valueOf(await call(office, cases.findCases, { words, after: 0, count: 10 }));
      expect(found.cases).toMatchObject([{ aliases: ['Grizzelquark', typedWords.alias] }]);
    }
  });

  test('find a visit of the night by the day the list shows', async () => {
    // given a clock behind UTC: there it is still the day before
    const zone = process.env['TZ'];
    process.env['TZ'] = 'Etc/GMT+12';
    try {
      const { office } = await officeWithCase();
      await indexed(office);

      // when, then
      const find = async (words: string) =>
        valueOf(await call(office, cases.findCases, { words, after: 0, count: 10 })).total;
      expect(await find('2031-03-04')).toBe(1);
      expect(await find('2031-03-05')).toBe(0);
    } finally {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    }
  });

  test('find nothing that does not fit', async () => {
    const { office } = await officeWithCase();
    await indexed(office);
    expect(
      valueOf(await call(office, cases.findCases, { words: 'zebra', after: 0, count: 10 })),
    ).toEqual({ total: 0, cases: [], isComplete: true });
  });

  test('forget every name at the lock', async () => {
    const { office, caseId } = await officeWithCase();
    await indexed(office);
    expect(office.desk.caseIndex.aliasesOf(caseId)).toEqual([typedWords.alias]);
    office.desk.lock();
    expect(office.desk.caseIndex.aliasesOf(caseId)).toEqual([]);
    expect(office.desk.caseIndex.find('plimsoll')).toEqual([]);
  });
});

/** Confirms that only staff can see, and waits until every case was looked into. */
async function indexed(office: Office): Promise<void> {
  valueOf(await call(office, cases.confirmStaffOnly, null));
  while (!office.desk.caseIndex.isComplete())
    await new Promise((resolve) => setTimeout(resolve, 1));
}
