import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeBackup, readBackupState, chooseBackupTarget } from '#core/ipc/backup-channels.ts';
import { call } from '../routes/office.ts';
import { findTexts } from '../support/folder.ts';
import {
  kindOf,
  sampleRequest,
  storeIn,
  typedWords,
  unlockSample,
  valueOf,
  withBitFlipped,
} from '../support/vault.ts';
import { officeWithStick } from './stick.ts';

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

  test('is made by itself once in each sitting where the clock does not go on', async () => {
    // given a machine that wakes up in another year, whose date nobody gives
    const { office, stick } = await officeWithStick();
    office.desk.armGate('break');
    await office.keeper.makeIfDue();
    const copies = () => readdirSync(stick);
    const seen = new Set(copies());

    // when
    for (let sitting = 0; sitting < 3; sitting += 1) {
      office.desk.lock();
      office.clock.set('2001-01-01T00:00:00.000Z');
      valueOf(await unlockSample(office.desk.vault));
      for (let minute = 0; minute < 3; minute += 1) {
        await office.keeper.makeIfDue();
        for (const name of copies()) seen.add(name);
      }
    }

    // then the newest takes the place of the one before, which has the same date
    expect([...seen].map((name) => name.slice(0, 11))).toEqual([
      'copy-000001',
      'copy-000002',
      'copy-000003',
      'copy-000004',
    ]);
    expect(copies()).toEqual(['copy-000004-20310305']);
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
