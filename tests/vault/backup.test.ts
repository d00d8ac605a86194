import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { agreementsInForce } from '#core/domain/consent.ts';
import type { EncounterId } from '#core/domain/encounter.ts';
import { makeBackup, readBackupState, chooseBackupTarget } from '#core/ipc/backup-channels.ts';
import * as restore from '#core/ipc/backup-channels.ts';
import { confirmAlone, listEncounters, startEncounter } from '#core/ipc/encounter-channels.ts';
import { readConsent, recordConsent } from '#core/ipc/consent-channels.ts';
import { unlockVault } from '#core/ipc/vault-channels.ts';
import { readEncounter } from '../../electron/vault/repositories/encounter.ts';
import {
  agreeTo,
  call,
  consentRequest,
  helper,
  type Office,
  officeWithVisit,
  openOffice,
  saveAtOnce,
} from '../routes/office.ts';
import { findTexts } from '../support/folder.ts';
import {
  freshFolder,
  kindOf,
  sampleRequest,
  storeIn,
  typedDraft,
  typedWords,
  unlockSample,
  valueOf,
  withBitFlipped,
} from '../support/vault.ts';

const { signInName, password } = sampleRequest;

/** An office with one saved visit, and a stick that its lead chose for the copies. */
async function officeWithStick(): Promise<{
  readonly office: Office;
  readonly id: EncounterId;
  readonly stick: string;
}> {
  const { office, id } = await officeWithVisit();
  valueOf(await saveAtOnce(office, id, typedDraft()));
  const stick = freshFolder();
  valueOf(await call(office, chooseBackupTarget, { folder: stick }));
  return { office, id, stick };
}

async function goBack(office: Office, stick: string) {
  const [copy] = valueOf(await call(office, restore.listCopiesIn, { folder: stick }));
  const inspected = await call(office, restore.inspectCopy, {
    folder: stick,
    name: copy?.name ?? 'copy-000000-00000000',
    signInName,
    password,
  });
  if (!inspected.ok) return inspected;
  valueOf(await call(office, restore.goBackToCopy, null));
  return inspected;
}

describe('a backup', () => {
  test('is one folder with a neutral name and holds nothing that can be read', async () => {
    // given
    const { office, stick } = await officeWithStick();

    // when
    const copy = valueOf(await call(office, makeBackup, null));

    // then
    expect(readdirSync(stick)).toEqual([copy.name]);
    expect(copy.name).toBe('copy-000001-20310305');
    expect(readdirSync(join(stick, copy.name)).toSorted()).toEqual([
      'about.json',
      'access-a.json',
      'access-b.json',
      'records.db',
    ]);
    const words = [
      ...Object.values(typedWords),
      ...Object.values(sampleRequest).filter((word) => typeof word === 'string'),
    ];
    expect(words.length).toBeGreaterThan(6);
    expect(findTexts(stick, words)).toEqual([]);
  });

  test('keeps the newest of seven days and of four weeks', async () => {
    // given
    const { office, stick } = await officeWithStick();

    // when
    for (let day = 0; day < 60; day += 1) {
      await office.keeper.makeIfDue();
      office.desk.armGate('break');
      await office.keeper.makeIfDue();
      await office.keeper.makeIfDue();
      office.clock.passDays(1);
    }

    // then: seven days to Sunday 3 May, the two weeks before, and this one's newest
    expect(readdirSync(stick).map((name) => name.slice(12))).toEqual([
      '20310413',
      '20310420',
      '20310427',
      '20310428',
      '20310429',
      '20310430',
      '20310501',
      '20310502',
      '20310503',
    ]);
  });

  test('is made again after the clock was wrong, and the wrong clock throws none away', async () => {
    // given
    const { office, stick } = await officeWithStick();
    valueOf(await call(office, makeBackup, null));
    office.clock.set('2055-01-01T00:00:00.000Z');
    valueOf(await call(office, makeBackup, null));

    // when
    office.clock.set('2031-03-06T09:00:00.000Z');
    valueOf(await call(office, makeBackup, null));

    // then
    expect(readdirSync(stick)).toEqual([
      'copy-000001-20310305',
      'copy-000002-20550101',
      'copy-000003-20310306',
    ]);
  });

  test('that cannot be written says so and leaves the older one', async () => {
    const { office, stick } = await officeWithStick();
    valueOf(await call(office, makeBackup, null));
    const before = readdirSync(stick);
    rmSync(join(stick, before[0] ?? ''), { recursive: true });
    rmSync(stick, { recursive: true });
    expect(kindOf(await call(office, makeBackup, null))).toBe('TargetMissing');
    writeFileSync(stick, 'a file where the stick was');
    expect(kindOf(await call(office, makeBackup, null))).toBe('TargetMissing');
    expect(valueOf(await call(office, readBackupState, null)).progress.kind).toBe('idle');
  });

  test('leaves the older copies where the store can no longer be read through', async () => {
    // given a store with a damaged page that signing in does not come upon
    const { office, stick } = await officeWithStick();
    valueOf(await call(office, makeBackup, null));
    office.desk.lock();
    const whole = readFileSync(storeIn(office.folder));
    let unlocked = '';
    for (let at = whole.length - 2_000; unlocked !== 'ok' && at > 0; at -= 4_096) {
      writeFileSync(storeIn(office.folder), withBitFlipped(whole, at, 3));
      unlocked = kindOf(await unlockSample(office.desk.vault));
    }
    expect(unlocked).toBe('ok');

    // when
    const answer = await call(office, makeBackup, null);

    // then
    expect(kindOf(answer)).toBe('StoreDamaged');
    expect(readdirSync(stick)).toEqual(['copy-000001-20310305']);
  });

  test('does not go into the profile, a missing folder or a short path', async () => {
    const { office } = await officeWithStick();
    const answers = [];
    for (const folder of ['stick', '/no/such/folder', office.folder, join(office.folder, '..')])
      answers.push(await call(office, chooseBackupTarget, { folder }));
    expect(answers.map((answer) => (answer.ok ? 'ok' : answer.error['why']))).toEqual([
      'not-a-full-path',
      'not-there',
      'inside-quietroom',
      'inside-quietroom',
    ]);
  });
});

describe('going back to a copy', () => {
  test('says what is lost, in numbers, and keeps the store that was there', async () => {
    // given
    const { office, id, stick } = await officeWithStick();
    valueOf(await call(office, makeBackup, null));
    valueOf(await saveAtOnce(office, id, typedDraft({ alias: 'Later' })));
    valueOf(await saveAtOnce(office, id, typedDraft({ alias: 'Latest' })));
    valueOf(await call(office, recordConsent, consentRequest(id, ['alias'])));
    valueOf(await call(office, startEncounter, null));

    // when
    const inspected = valueOf(await goBack(office, stick));

    // then
    expect(inspected.loss).toEqual({ kind: 'counted', encounters: 1, consentEntries: 7, saves: 3 });
    expect(office.desk.vault.state().kind).toBe('locked');
    valueOf(await unlockSample(office.desk.vault));
    expect(valueOf(await call(office, listEncounters, null))).toHaveLength(1);
    expect(readEncounter(office.desk.session(), id)?.draft).toEqual(typedDraft());
    const [aside] = readdirSync(office.folder).filter((name) => name.startsWith('aside-'));
    expect(readdirSync(join(office.folder, aside ?? '')).toSorted()).toEqual([
      'access-a.json',
      'access-b.json',
      'records.db',
    ]);
  });

  test('ends every yes of the copy: it may have been taken back since', async () => {
    // given
    const { office, id, stick } = await officeWithStick();
    valueOf(await agreeTo(office, id, ['alias']));
    valueOf(await call(office, makeBackup, null));
    valueOf(await agreeTo(office, id, []));
    const agreed = async () => {
      valueOf(await call(office, confirmAlone, { id }));
      const entries = valueOf(await call(office, readConsent, { encounterId: id }));
      return [...agreementsInForce(entries, helper, office.clock.now()).keys()];
    };

    // when
    office.clock.passDays(1);
    valueOf(await goBack(office, stick));
    office.clock.passDays(1);
    valueOf(await unlockSample(office.desk.vault));

    // then
    expect(await agreed()).toEqual([]);
    valueOf(await agreeTo(office, id, ['alias']));
    expect(await agreed()).toEqual(['alias']);
  });

  test('from the start screen works where the store is gone, damaged or without its slot file', async () => {
    const damages: Readonly<Record<string, (folder: string) => void>> = {
      'the store is gone': (folder) => rmSync(storeIn(folder)),
      'the store is cut': (folder) =>
        writeFileSync(storeIn(folder), readFileSync(storeIn(folder)).subarray(0, 9_000)),
      'the slot files are gone': (folder) =>
        ['access-a.json', 'access-b.json'].forEach((name) => rmSync(join(folder, name))),
      'all is gone': (folder) => rmSync(folder, { recursive: true }),
    };
    for (const [what, damage] of Object.entries(damages)) {
      // given
      const { office, id, stick } = await officeWithStick();
      valueOf(await call(office, makeBackup, null));
      office.desk.lock();
      const refused = [
        kindOf(await call(office, restore.listCopiesIn, { folder: stick })),
        kindOf(
          await call(office, restore.inspectCopy, {
            folder: stick,
            name: 'copy-000001-20310305',
            signInName,
            password,
          }),
        ),
        kindOf(await call(office, restore.goBackToCopy, null)),
      ];
      expect({ what, refused }).toEqual({ what, refused: Array(3).fill('NotAllowed') });
      damage(office.folder);
      const again = openOffice(office.folder);
      await call(again, unlockVault, {
        signInName,
        password,
      });

      // when
      const inspected = valueOf(await goBack(again, stick));

      // then
      expect({ what, loss: inspected.loss }).toEqual({
        what,
        loss: what.includes('slot')
          ? { kind: 'counted', encounters: 0, consentEntries: 0, saves: 0 }
          : what === 'all is gone'
            ? { kind: 'uncountable' }
            : { kind: 'marked', saves: 0 },
      });
      valueOf(await unlockSample(again.desk.vault));
      valueOf(await call(again, confirmAlone, { id }));
      again.desk.lock();
    }
  });

  test('is refused for a damaged copy, a wrong password and the copy of another place, and nothing changes', async () => {
    // given
    const { office, stick } = await officeWithStick();
    const other = await officeWithStick();
    valueOf(await call(office, makeBackup, null));
    valueOf(await call(other.office, makeBackup, null));
    const [name = ''] = readdirSync(stick);
    const whole = readFileSync(join(stick, name, 'records.db'));

    // when
    const ask = async (request: object = {}) =>
      kindOf(
        await call(office, restore.inspectCopy, {
          folder: stick,
          name,
          signInName,
          password,
          ...request,
        }),
      );

    // then
    expect(await ask()).toBe('ok');
    expect(await ask({ password: 'not the right words' })).toBe('WrongPassword');
    expect(await ask({ folder: other.stick })).toBe('CopyOfAnother');
    for (let page = 0; page < whole.length / 4_096; page += 1) {
      writeFileSync(
        join(stick, name, 'records.db'),
        withBitFlipped(whole, page * 4_096 + 1_500, page % 8),
      );
      expect({ page, answer: await ask() }).toEqual({ page, answer: 'CopyUnusable' });
    }
    expect(existsSync(join(office.folder, 'records.db'))).toBe(true);
    expect(readdirSync(office.folder).filter((found) => found.startsWith('aside-'))).toEqual([]);
  });
});
