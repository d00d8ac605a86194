import { describe, expect, test } from 'vitest';
import { confirmStaffOnly, findCases, readCase } from '#core/ipc/case-channels.ts';
import * as encounters from '#core/ipc/encounter-channels.ts';
import * as restricted from '#core/ipc/restricted-channels.ts';
import { previewSheet } from '#core/ipc/sheet-channels.ts';
import { recordConsent } from '#core/ipc/consent-channels.ts';
import { call } from './office.ts';
import {
  consentRequest,
  officeWithVisit,
  referralDraft,
  saveAtOnce,
  referralOrder,
} from './visits.ts';
import { kindOf, valueOf } from '../support/vault.ts';

const present = {
  about: 'companion' as const,
  state: 'wondered' as const,
  words: 'Zqmarmoset waits by the stairs',
};
const sighting = {
  what: 'vehicle' as const,
  seenAt: '2031-03-04T18:20',
  plate: 'ZQPLATE 774',
  words: 'A green zqvan',
};

describe('what is kept apart', () => {
  test('is added and read when only staff can see, signed by whoever wrote it', async () => {
    // given
    const { office, caseId } = await officeWithCase();
    valueOf(await call(office, confirmStaffOnly, null));

    // when
    const one = valueOf(await call(office, restricted.addPresentNote, { caseId, note: present }));
    const two = valueOf(await call(office, restricted.addSighting, { caseId, note: sighting }));

    // then
    expect(one.by).toBe(office.desk.session().member.id);
    expect(valueOf(await call(office, restricted.readRestricted, { caseId }))).toEqual({
      present: [one],
      sightings: [two],
    });
  });

  test('is shut with the person in the room, and before anybody confirmed anything', async () => {
    const { office, caseId, id } = await officeWithCase();
    const tries = async () => [
      kindOf(await call(office, restricted.readRestricted, { caseId })),
      kindOf(await call(office, restricted.addPresentNote, { caseId, note: present })),
      kindOf(await call(office, restricted.addSighting, { caseId, note: sighting })),
    ];
    // given the visit is open, with the person
    expect(office.desk.openVisit()).toBe(id);
    expect(await tries()).toEqual(['GateArmed', 'GateArmed', 'GateArmed']);
    valueOf(await call(office, encounters.armGate, null));
    expect(await tries()).toEqual(['GateArmed', 'GateArmed', 'GateArmed']);
  });

  test('is in no other answer: not in the visit, the page of the case, the search, the list or a sheet', async () => {
    // given a record with everything in it, and an agreed referral
    const { office, caseId, id } = await officeWithCase();
    valueOf(await saveAtOnce(office, id, referralDraft()));
    valueOf(await call(office, recordConsent, consentRequest(id, ['alias', 'observations'])));
    valueOf(await call(office, confirmStaffOnly, null));
    valueOf(await call(office, restricted.addPresentNote, { caseId, note: present }));
    valueOf(await call(office, restricted.addSighting, { caseId, note: sighting }));

    // when
    const answers = [
      await call(office, readCase, { caseId }),
      await call(office, findCases, { words: 'zqmarmoset', after: 0, count: 9 }),
      await call(office, encounters.listEncounters, null),
      await call(office, encounters.confirmAlone, { id }),
      await call(office, previewSheet, referralOrder(id)),
    ];

    // then
    expect(answers.map(kindOf)).toEqual(['ok', 'ok', 'ok', 'ok', 'ok']);
    expect(JSON.stringify(answers).toLowerCase()).not.toMatch(/zqmarmoset|green zqvan|zqplate/);
  });
});

async function officeWithCase() {
  const { office, id } = await officeWithVisit();
  const [visit] = valueOf(await call(office, encounters.listEncounters, null));
  if (visit === undefined) throw new Error('a visit was begun');
  return { office, id, caseId: visit.caseId };
}
