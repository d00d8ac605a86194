import { describe, expect, test } from 'vitest';
import { noCompanyNoted } from '#core/domain/company.ts';
import * as channels from '#core/ipc/colleague-channels.ts';
import {
  armGate,
  closeEncounter,
  confirmAlone,
  noteCompany,
} from '#core/ipc/encounter-channels.ts';
import { lockVault, unlockVault } from '#core/ipc/vault-channels.ts';
import { colleagueRoutes } from '../../electron/routes/colleague-routes.ts';
import { bytesOf } from '../../electron/vault/case-seal.ts';
import { findTexts } from '../support/folder.ts';
import { kindOf, sampleRequest, typedDraft, valueOf } from '../support/vault.ts';
import { asRole, call, openedOffice } from './office.ts';
import { officeWithVisit, saveAtOnce } from './visits.ts';
import { officeOfTwo } from './two-members.ts';

const { signInName, password, displayName } = sampleRequest;

describe('a note for the lead', () => {
  test('says who wants what, names nobody who was seen, and is put away when seen', async () => {
    // given
    const { office } = await officeWithVisit();
    valueOf(await call(office, channels.raiseNote, { kind: 'could-not-be-alone' }));
    valueOf(await call(office, channels.raiseNote, { kind: 'wants-to-talk' }));

    // when
    const notes = valueOf(await call(office, channels.listNotes, null));
    valueOf(await call(office, channels.markNoteSeen, { id: notes[0]?.id ?? '' }));

    // then
    expect(notes).toMatchObject([
      { kind: 'wants-to-talk', by: displayName, isSeen: false },
      { kind: 'could-not-be-alone', by: displayName, isSeen: false },
    ]);
    expect(notes.map((note) => Object.keys(note).toSorted())).toEqual(
      Array.from({ length: 2 }, () => ['by', 'id', 'isSeen', 'kind', 'raisedAt']),
    );
    const after = valueOf(await call(office, channels.listNotes, null));
    expect(after.map(({ isSeen }) => isSeen)).toEqual([true, false]);
  });

  test.each(['clinician', 'administrator'] as const)('is not for a %s to read', async (role) => {
    const office = await openedOffice();
    valueOf(await call(office, channels.raiseNote, { kind: 'wants-to-talk' }));
    const other = asRole(office, role, colleagueRoutes);
    expect(kindOf(await call(other, channels.listNotes, null))).toBe('NotAllowed');
    expect(kindOf(await call(other, channels.markNoteSeen, { id: unknown }))).toBe('NotAllowed');
  });
});

const unknown = '0198c0de-0000-7000-8000-000000000000';

describe('what a member writes for themselves', () => {
  test('opens for them after a lock, and can be taken away', async () => {
    const office = await openedOffice();
    valueOf(await call(office, channels.writeOwnNote, { words: 'zq heavy lantern' }));
    valueOf(await call(office, lockVault, null));
    valueOf(await call(office, unlockVault, { signInName, password }));
    const [note] = valueOf(await call(office, channels.listOwnNotes, null));
    expect(note).toMatchObject({ words: 'zq heavy lantern' });
    valueOf(await call(office, channels.removeOwnNote, { id: note?.id ?? '' }));
    expect(valueOf(await call(office, channels.listOwnNotes, null))).toEqual([]);
  });

  test('stands beside no case, sealed even inside the open store', async () => {
    const { office } = await officeWithVisit();
    valueOf(await call(office, channels.writeOwnNote, { words: 'zq heavy lantern' }));
    const { database } = office.desk.session();
    const [row] = database.prepare('SELECT * FROM own_note').all([]);
    expect(Object.keys(row ?? {}).toSorted()).toEqual(['id', 'sealed', 'staff_id', 'written_at']);
    const sealed = bytesOf(row?.['sealed']);
    expect(sealed.length).toBeGreaterThan('zq heavy lantern'.length);
    expect(Buffer.from(sealed).includes('heavy')).toBe(false);
    expect(findTexts(office.folder, ['zq heavy lantern'])).toEqual([]);
  });

  test('is not given to another member, whatever the row says', async () => {
    // given a note of the lead's that somebody with a tool puts down as the colleague's
    const { office, comes, colleagueId } = await officeOfTwo();
    valueOf(await call(office, channels.writeOwnNote, { words: 'zq heavy lantern' }));
    const listed = async () => valueOf(await call(office, channels.listOwnNotes, null)).length;
    expect(await listed()).toBe(1);
    const { id } = await comes('colleague');
    office.desk.session().database.prepare('UPDATE own_note SET staff_id = ?').run([id]);

    // then
    expect(id).toBe(colleagueId);
    expect(await listed()).toBe(0);
  });
});

describe('the day to be asked again', () => {
  test('is due from that day on, until another answer, and says nothing else', async () => {
    const office = await openedOffice();
    const read = async () => valueOf(await call(office, channels.readDebriefDay, null));
    expect(await read()).toEqual({ on: null, isDue: false });
    valueOf(await call(office, channels.setDebriefDay, { on: '2031-03-12' }));
    expect(await read()).toEqual({ on: '2031-03-12', isDue: false });
    office.clock.passDays(7);
    expect(await read()).toEqual({ on: '2031-03-12', isDue: true });
    const { database } = office.desk.session();
    const [row] = database.prepare('SELECT * FROM debrief_day').all([]);
    expect(Object.keys(row ?? {}).toSorted()).toEqual(['ask_on', 'staff_id']);
    valueOf(await call(office, channels.setDebriefDay, { on: null }));
    expect(await read()).toEqual({ on: null, isDue: false });
  });
});

describe('who came along', () => {
  const company = { came: 'with-someone', did: ['answers'], parted: 'not-noted' } as const;

  test('can be noted while the gate is armed, which hands nothing out and stays armed', async () => {
    // given
    const { office, id } = await officeWithVisit();
    valueOf(await saveAtOnce(office, id, typedDraft()));
    valueOf(await call(office, armGate, null));

    // when
    const noted = await call(office, noteCompany, {
      id,
      company: { ...company, did: [...company.did] },
    });
    const later = { came: 'not-noted', did: ['stays'], parted: 'could-not' } as const;
    valueOf(await call(office, noteCompany, { id, company: { ...later, did: [...later.did] } }));

    // then
    expect(noted).toEqual({ ok: true, value: null });
    expect(office.desk.openVisit()).toBeUndefined();
    expect(kindOf(await saveAtOnce(office, id, typedDraft()))).toBe('GateArmed');
    const { draft } = valueOf(await call(office, confirmAlone, { id }));
    expect(draft).toEqual({
      ...typedDraft(),
      company: { came: 'with-someone', did: ['answers', 'stays'], parted: 'could-not' },
    });
  });

  test('is not noted in a visit that is closed or that there is not', async () => {
    const { office, id } = await officeWithVisit();
    const request = { id, company: noCompanyNoted };
    valueOf(
      await saveAtOnce(
        office,
        id,
        typedDraft({ outcome: { kind: 'cannot-refer', why: '', card: 'nothing', reviewOn: null } }),
      ),
    );
    valueOf(await call(office, closeEncounter, { id }));
    expect(kindOf(await call(office, noteCompany, request))).toBe('EncounterClosed');
    expect(kindOf(await call(office, noteCompany, { ...request, id: unknown }))).toBe(
      'EncounterUnknown',
    );
  });
});
