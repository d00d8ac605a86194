import { plainFormat } from '#core/sheet/paper.ts';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { ConsentItem } from '#core/domain/consent.ts';
import { newOutcome } from '#core/domain/outcome.ts';
import { recordConsent } from '#core/ipc/consent-channels.ts';
import * as encounters from '#core/ipc/encounter-channels.ts';
import { changeFacility, readFacility } from '#core/ipc/facility-channels.ts';
import { previewSheet } from '#core/ipc/sheet-channels.ts';
import { slotFileNames } from '../../electron/vault/slot-file.ts';
import { call, openOffice } from '../routes/office.ts';
import {
  helper,
  officeWithVisit,
  referralDraft,
  saveAtOnce,
  consentRequest,
} from '../routes/visits.ts';
import {
  kindOf,
  lockedVault,
  sampleRequest,
  snapshot,
  testVault,
  typedDraft,
  unlockSample,
  valueOf,
} from '../support/vault.ts';
import { noSafeContact } from '#core/domain/safe-contact.ts';
import { canMount, fill, smallDisk } from './small-disk.ts';

/** A draft that needs many pages more than the one before. */
const longDraft = typedDraft({
  otherSign: 'quincunx '.repeat(220),
  safeContact: { ...noSafeContact, how: 'zeppelin '.repeat(220) },
});

describe.skipIf(!canMount())('a full disk (needs root, who may mount a small one)', () => {
  test('set-up on a disk of any small size says that it is full, and works once there is room', async () => {
    const answers: string[] = [];
    for (let pages = 2; pages <= 200; pages += 3) {
      // given
      const disk = smallDisk(256);
      const folder = join(disk, 'vault');
      const vault = testVault(folder);
      const filler = fill(disk, pages);

      // when
      const answer = await vault.setUp(sampleRequest).then(kindOf, () => 'thrown');
      vault.lock();
      rmSync(filler);

      // then a set-up that was refused can be had again
      const again =
        answer === 'ok' ? 'ok' : await vault.setUp(sampleRequest).then(kindOf, () => 'thrown');
      vault.lock();
      const unlock = await unlockSample(vault).then(kindOf, () => 'thrown');
      vault.lock();
      answers.push(`${answer} ${again} ${unlock}`);
    }
    expect([...new Set(answers)].toSorted()).toEqual(['DiskFull ok ok', 'ok ok ok']);
  });

  test('a save that does not fit is refused, the earlier one is there, and a later one goes through', async () => {
    // given
    const disk = smallDisk(256);
    const { office, id } = await officeWithVisit(join(disk, 'vault'));
    valueOf(await saveAtOnce(office, id, typedDraft()));
    const filler = fill(disk, 0);

    // when
    const refused = await saveAtOnce(office, id, longDraft);

    // then
    expect(refused).toEqual({ ok: false, error: { kind: 'DiskFull' } });
    expect(await draftAfterReopening(office.folder, id)).toEqual(typedDraft());

    // when there is room again, then
    office.desk.lock();
    rmSync(filler);
    valueOf(await unlockSample(office.desk.vault));
    valueOf(await call(office, encounters.confirmAlone, { id }));
    expect(kindOf(await saveAtOnce(office, id, longDraft))).toBe('ok');
    office.desk.lock();
    expect(await draftAfterReopening(office.folder, id)).toEqual(longDraft);
  });

  test('a save with any amount of room is there if it was promised, and not there if it was refused', async () => {
    const outcomes = new Set<string>();
    for (let pages = 0; pages <= 16; pages += 1) {
      // given
      const disk = smallDisk(256);
      const { office, id } = await officeWithVisit(join(disk, 'vault'));
      valueOf(await saveAtOnce(office, id, typedDraft()));
      const filler = fill(disk, pages);

      // when
      const answer = await saveAtOnce(office, id, longDraft);
      office.desk.lock();
      rmSync(filler);

      // then
      const draft = await draftAfterReopening(office.folder, id);
      const isThere = JSON.stringify(draft) === JSON.stringify(longDraft);
      outcomes.add(`${kindOf(answer)}, ${isThere ? 'there' : 'not there'}`);
    }
    // Room for the journal and none to fold it in is a save that is there, and is said to be.
    expect([...outcomes].toSorted()).toEqual(['DiskFull, not there', 'ok, there']);
  });

  test('a consent is either recorded and counts, or refused and does not', async () => {
    const outcomes = new Set<string>();
    // Room for the journal and none to fold it in: that depends on how full the last page is.
    for (const [before, pages] of [1, 2, 3].flatMap((n) =>
      [0, 8, 12, 15, 17, 19, 21, 23, 28, 34].map((p) => [n, p] as const),
    )) {
      // given
      const disk = smallDisk(256);
      const { office, id } = await officeWithVisit(join(disk, 'vault'));
      valueOf(await saveAtOnce(office, id, referralDraft()));
      for (let time = 0; time < before; time += 1) {
        valueOf(await call(office, recordConsent, consentRequest(id, [])));
      }
      const filler = fill(disk, pages);

      // when
      const seen = before * ConsentItem.options.length;
      const answer = await call(office, recordConsent, consentRequest(id, ['alias'], helper, seen));
      rmSync(filler);

      // then
      const order = {
        kind: 'referral' as const,
        format: plainFormat,
        encounterId: id,
        language: 'en',
        recipient: helper,
      };
      const preview = await call(office, previewSheet, order);
      outcomes.add(`${kindOf(answer)}, then ${kindOf(preview)}`);
    }
    expect([...outcomes].toSorted()).toEqual(['DiskFull, then ConsentMissing', 'ok, then ok']);
  });

  test('every change that does not fit is refused in the same words, and the vault stays usable', async () => {
    // given
    const disk = smallDisk(256);
    const { office, id } = await officeWithVisit(join(disk, 'vault'));
    const draft = typedDraft({ outcome: newOutcome('declined') });
    valueOf(await saveAtOnce(office, id, draft));
    const facility = valueOf(await call(office, readFacility, null));
    fill(disk, 0);

    // when
    const kinds = [
      await call(office, recordConsent, consentRequest(id, [])),
      await call(office, changeFacility, { ...facility, name: 'Zwartkiosk '.repeat(10) }),
      await call(office, encounters.closeEncounter, { id }),
      await call(office, encounters.startEncounter, null),
    ].map(kindOf);

    // then
    expect(kinds).toEqual(['DiskFull', 'DiskFull', 'DiskFull', 'DiskFull']);
    expect(valueOf(await call(office, encounters.listEncounters, null))).toMatchObject([
      { id, state: 'draft' },
    ]);
    expect(valueOf(await call(office, readFacility, null))).toEqual(facility);
  });

  test('a vault on a full disk still opens, or says that the disk is full', async () => {
    // given
    const disk = smallDisk(256);
    const { vault } = await lockedVault(join(disk, 'vault'));
    fill(disk, 0);

    // when
    const answer = await unlockSample(vault).then(kindOf, () => 'thrown');

    // then
    expect(['ok', 'DiskFull']).toContain(answer);
  });

  test('a copy of the slot file that cannot be repaired for want of room does not keep anybody out', async () => {
    // given
    const disk = smallDisk(256);
    const { folder, vault } = await lockedVault(join(disk, 'vault'));
    truncateSync(join(folder, slotFileNames[0]), 0);
    const filler = fill(disk, 0);
    const before = snapshot(folder);

    // when
    const state = stateOf(vault);
    const answer = await unlockSample(vault).then(kindOf, () => 'thrown');
    vault.lock();

    // then
    expect(state).not.toBe('thrown');
    expect(['ok', 'DiskFull']).toContain(answer);
    expect(snapshot(folder)).toEqual(before);

    // when there is room again, then
    rmSync(filler);
    expect(kindOf(await unlockSample(vault))).toBe('ok');
  });
});

async function draftAfterReopening(folder: string, id: string) {
  const copy = mkdtempSync(join(tmpdir(), 'quietroom-copy-'));
  onTestFinished(() => rmSync(copy, { recursive: true, force: true }));
  // By a program of its own: reading a file here would drop the open vault's lock on it.
  execFileSync('cp', ['-a', `${folder}/.`, copy]);
  const office = openOffice(copy);
  valueOf(await unlockSample(office.desk.vault));
  const { draft } = valueOf(await call(office, encounters.confirmAlone, { id: encounterId(id) }));
  office.desk.lock();
  return draft;
}

function encounterId(id: string) {
  return encounters.confirmAlone.request.parse({ id }).id;
}

function stateOf(vault: { readonly state: () => { readonly kind: string } }): string {
  try {
    return vault.state().kind;
  } catch {
    return 'thrown';
  }
}
