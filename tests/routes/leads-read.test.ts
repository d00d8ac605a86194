import { expect, test } from 'vitest';
import { readAccess } from '#core/ipc/access-channels.ts';
import { readLog } from '#core/ipc/audit-channels.ts';
import { listEncounters, startEncounter } from '#core/ipc/encounter-channels.ts';
import { changeFacility, readFacility } from '#core/ipc/facility-channels.ts';
import { facilityRoutes } from '../../electron/routes/facility-routes.ts';
import { kindOf, valueOf } from '../support/vault.ts';
import { asRole, call, type Office, openedOffice } from './office.ts';
import { wholeLog } from './requests.ts';

async function setRule(office: Pick<Office, 'dispatch'>, leadsRead: 'all' | 'shared') {
  const facility = valueOf(await call(office, readFacility, null));
  return call(office, changeFacility, { ...facility, leadsRead });
}

test('leads read what is shared with them, or every visit at once, as the rule says', async () => {
  // given
  const office = await openedOffice();
  const other = valueOf(
    await office.desk.vault.people.add({
      displayName: 'Ombrellino',
      role: 'safeguarding-lead',
      signInName: 'ombrellino',
      password: 'pelican-brocade-fourteen-sump',
    }),
  );
  valueOf(await setRule(office, 'shared'));
  valueOf(await call(office, startEncounter, null));
  const [visit] = valueOf(await call(office, listEncounters, null));
  const caseId = String(visit?.caseId);
  const readers = async () =>
    valueOf(await call(office, readAccess, { caseId })).readers.map(({ id }) => id);
  const alone = await readers();

  // when
  valueOf(await setRule(office, 'all'));

  // then
  expect(alone).toHaveLength(1);
  expect(await readers()).toContain(other.id);
  const request = { filter: wholeLog, upTo: null, skip: 0, take: 100 };
  const { lines } = valueOf(await call(office, readLog, request));
  expect(lines.map(({ event }) => event)).toEqual(
    expect.arrayContaining([
      { kind: 'setting-changed', settings: ['leads-read-all'] },
      { kind: 'setting-changed', settings: ['leads-read-shared'] },
      { kind: 'grant', caseId, to: other.id },
    ]),
  );
});

test.each(['clinician', 'administrator'] as const)(
  'a %s does not change that rule',
  async (role) => {
    const office = await openedOffice();
    const theirs = asRole(office, role, facilityRoutes);
    expect(kindOf(await setRule(theirs, 'shared'))).toBe('NotAllowed');
    expect(valueOf(await call(office, readFacility, null)).leadsRead).toBe('all');
  },
);
