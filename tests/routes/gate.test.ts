import { describe, expect, test } from 'vitest';
import { CircumstanceId } from '#core/domain/circumstance.ts';
import type { EncounterId } from '#core/domain/encounter.ts';
import { recordConsent } from '#core/ipc/consent-channels.ts';
import * as encounters from '#core/ipc/encounter-channels.ts';
import * as sheets from '#core/ipc/sheet-channels.ts';
import { changeFacility, readFacility } from '#core/ipc/facility-channels.ts';
import { lockVault, unlockVault } from '#core/ipc/vault-channels.ts';
import { call, type Office } from './office.ts';
import {
  officeWithVisit,
  referralDraft,
  saveAtOnce,
  consentRequest,
  referralOrder,
  personOrder,
} from './visits.ts';
import { freshFolder, kindOf, sampleRequest, snapshot, valueOf } from '../support/vault.ts';

const { signInName, password } = sampleRequest;

/** Everything that hands out or changes something of a person, with what it takes to succeed. */
const guarded: Readonly<Record<string, (office: Office, id: EncounterId) => Promise<string>>> = {
  'saving a draft': async (office, id) => kindOf(await saveAtOnce(office, id, referralDraft())),
  "looking at the person's sheet": async (office, id) =>
    kindOf(await call(office, sheets.previewSheet, personOrder(id))),
  'recording consent': async (office, id) =>
    kindOf(await call(office, recordConsent, agreement(id))),
  'looking at the referral sheet': async (office, id) =>
    kindOf(await call(office, sheets.previewSheet, referralOrder(id))),
  'printing a sheet': async (office, id) =>
    kindOf(await call(office, sheets.printSheet, referralOrder(id))),
  'saving a sheet': async (office, id) =>
    kindOf(await call(office, sheets.saveSheet, referralOrder(id))),
  'closing the visit': async (office, id) =>
    kindOf(await call(office, encounters.closeEncounter, { id })),
};

/** What may have brought somebody else into the room. */
const interruptions: Readonly<
  Record<string, (office: Office, id: EncounterId) => Promise<unknown>>
> = {
  'the gate is armed by hand': (office) => call(office, encounters.armGate, null),
  'it was locked and unlocked': async (office) => {
    valueOf(await call(office, lockVault, null));
    return call(office, unlockVault, { signInName, password });
  },
  'somebody signed in anew': (office) => call(office, unlockVault, { signInName, password }),
  'another visit was begun': (office) => call(office, encounters.startEncounter, null),
  'another visit was opened': async (office) => {
    const other = valueOf(await call(office, encounters.startEncounter, null));
    return call(office, encounters.confirmAlone, { id: other.id });
  },
  'the visit was closed': async (office, id) => {
    valueOf(await saveAtOnce(office, id, referralDraft()));
    return call(office, encounters.closeEncounter, { id });
  },
};

describe('the alone-gate', () => {
  test('lets everything through, in this order, once somebody confirmed to be alone', async () => {
    // given
    const { office, id } = await officeWithSaving();

    // when, then
    for (const [what, ask] of Object.entries(guarded)) {
      expect([what, await ask(office, id)]).toEqual([what, 'ok']);
    }
  });

  test('is armed when a visit begins', async () => {
    // given
    const { office } = await officeWithSaving();
    const { id } = valueOf(await call(office, encounters.startEncounter, null));

    // when, then
    for (const [what, ask] of Object.entries(guarded)) {
      expect([what, await ask(office, id)]).toEqual([what, 'GateArmed']);
    }
  });

  test.each(Object.entries(interruptions))('stops everything when %s', async (_, interrupt) => {
    // given
    const { office, id } = await officeWithSaving();
    valueOf(await saveAtOnce(office, id, referralDraft()));
    valueOf(await call(office, recordConsent, agreement(id)));
    const pressed = office.pressed.length;

    // when
    await interrupt(office, id);

    // then
    expect(office.desk.openVisit()).not.toBe(id);
    for (const [what, ask] of Object.entries(guarded)) {
      expect([what, await ask(office, id)]).toEqual([what, 'GateArmed']);
    }
    expect(office.pressed).toHaveLength(pressed);
  });

  test('opens for one visit and not for another', async () => {
    // given two visits
    const { office, id } = await officeWithSaving();
    const other = valueOf(await call(office, encounters.startEncounter, null));

    // when
    valueOf(await call(office, encounters.confirmAlone, { id }));

    // then
    for (const [what, ask] of Object.entries(guarded)) {
      expect([what, await ask(office, other.id)]).toEqual([what, 'GateArmed']);
    }
  });

  test('does not open for a visit that there is not', async () => {
    const { office, id } = await officeWithVisit();
    await call(office, encounters.armGate, null);
    const unknown = encounters.confirmAlone.request.parse({
      id: '0198c0de-0000-7000-8000-000000000000',
    });
    expect(kindOf(await call(office, encounters.confirmAlone, unknown))).toBe('EncounterUnknown');
    expect(kindOf(await saveAtOnce(office, id, referralDraft()))).toBe('GateArmed');
    expect(office.desk.openVisit()).toBeUndefined();
  });

  test('lets a closed visit be read and not be changed', async () => {
    // given
    const { office, id } = await officeWithVisit();
    valueOf(await saveAtOnce(office, id, referralDraft()));
    valueOf(await call(office, encounters.closeEncounter, { id }));

    // when
    const read = valueOf(await call(office, encounters.confirmAlone, { id }));
    const saved = await saveAtOnce(office, id, referralDraft({ alias: 'late' }));

    // then
    expect(read).toMatchObject({ state: 'closed', draft: referralDraft() });
    expect(kindOf(saved)).toBe('EncounterClosed');
  });

  test('closes a visit without what was put down for the talk alone', async () => {
    // given
    const { office, id } = await officeWithVisit();
    const circumstances = [CircumstanceId.parse('circumstance.no-permission')];
    valueOf(await saveAtOnce(office, id, referralDraft({ circumstances })));
    const open = valueOf(await call(office, encounters.confirmAlone, { id }));
    expect(open.draft.circumstances).toEqual(circumstances);

    // when
    valueOf(await call(office, encounters.closeEncounter, { id }));

    // then
    const read = valueOf(await call(office, encounters.confirmAlone, { id }));
    expect(read).toMatchObject({ state: 'closed', draft: referralDraft() });
  });

  test('does not let a visit be closed before it has come to something', async () => {
    const { office, id } = await officeWithVisit();
    expect(kindOf(await call(office, encounters.closeEncounter, { id }))).toBe('OutcomeMissing');
    expect(valueOf(await call(office, encounters.listEncounters, null))).toMatchObject([
      { state: 'draft' },
    ]);
  });
});

describe('a sheet as a file', () => {
  test('is made only where the facility allows it, under a name that says nothing', async () => {
    // given
    const { office, id } = await officeWithVisit();
    const folder = freshFolder();
    expect(kindOf(await call(office, sheets.saveSheet, personOrder(id)))).toBe('SavingNotAllowed');

    // when
    await allowSaving(office, folder);
    const files = [
      await call(office, sheets.saveSheet, personOrder(id)),
      await call(office, sheets.saveSheet, personOrder(id)),
    ].map((answer) => valueOf(answer).file);

    // then
    expect(files).toEqual(['document-1.pdf', 'document-2.pdf']);
    expect(snapshot(folder).map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
      'document-1.pdf 600',
      'document-2.pdf 600',
    ]);
  });

  test('is not made in a folder that has gone, nor can such a folder be chosen', async () => {
    // given
    const { office, id } = await officeWithVisit();
    const gone = `${freshFolder()}/gone`;
    const facility = valueOf(await call(office, readFacility, null));

    // when
    const chosen = await call(office, changeFacility, {
      ...facility,
      saving: { kind: 'folder', folder: gone },
    });

    // then
    expect(chosen).toEqual({ ok: false, error: { kind: 'FolderUnusable', folder: gone } });
    expect(valueOf(await call(office, readFacility, null))).toEqual(facility);
    expect(kindOf(await call(office, sheets.saveSheet, personOrder(id)))).toBe('SavingNotAllowed');
  });
});

async function officeWithSaving() {
  const started = await officeWithVisit();
  await allowSaving(started.office, freshFolder());
  return started;
}

async function allowSaving(office: Office, folder: string): Promise<void> {
  const facility = valueOf(await call(office, readFacility, null));
  valueOf(await call(office, changeFacility, { ...facility, saving: { kind: 'folder', folder } }));
}

function agreement(encounterId: EncounterId) {
  return consentRequest(encounterId, ['alias']);
}
