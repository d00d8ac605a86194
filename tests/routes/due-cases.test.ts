import { expect, test } from 'vitest';
import * as cases from '#core/ipc/case-channels.ts';
import { readRetention } from '#core/ipc/retention-channels.ts';
import { addDays } from '#core/domain/calendar-date.ts';
import { call } from './office.ts';
import { officeWithCase } from './closed-case.ts';
import { valueOf } from '../support/vault.ts';

test('a visit that was left open makes no case due whose closed visits are still to be kept', async () => {
  // given a case with a closed visit, and a next one that nobody closed
  const { office, caseId } = await officeWithCase();
  valueOf(await call(office, cases.startNextVisit, { caseId }));
  const due = async () =>
    valueOf(await call(office, readRetention, null)).due.map(({ kind }) => kind);

  // when the period of an open visit is over, and then that of a closed one
  const begun = office.clock.now();
  office.clock.set(addDays(begun, 400));
  expect(await due()).toEqual([]);
  office.clock.set(addDays(begun, 3_654));
  expect(await due()).toEqual(['open-draft']);
});
