import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Stopwatch } from '#core/base/capabilities.ts';
import { attemptFileNames, waitAfter } from '../../electron/vault/attempts.ts';
import type { Vault } from '../../electron/vault/vault.ts';
import {
  kindOf,
  lockedVault,
  sampleRequest,
  settableClock,
  slotFileOf,
  testVault,
  unlockSample,
  valueOf,
} from '../support/vault.ts';
import { addMember, memberPassword } from './members.ts';

/** Stands still until it is moved. */
function settableStopwatch(): Stopwatch & { readonly pass: (seconds: number) => void } {
  let elapsedMs = 0;
  return {
    elapsedMs: () => elapsedMs,
    pass(seconds) {
      elapsedMs += seconds * 1_000;
    },
  };
}

async function vaultWithStopwatch() {
  const { folder } = await lockedVault();
  const stopwatch = settableStopwatch();
  const clock = settableClock();
  return { folder, stopwatch, clock, vault: testVault(folder, clock, stopwatch) };
}

const guess = (vault: Vault, name = sampleRequest.signInName) =>
  vault.unlock(name, 'not-the-password-at-all');

/** The answers to wrong passwords, each after exactly the wait that was asked for. */
async function guessPatiently(
  vault: Vault,
  stopwatch: ReturnType<typeof settableStopwatch>,
  times: number,
  name = sampleRequest.signInName,
): Promise<readonly number[]> {
  const waits: number[] = [];
  for (let time = 0; time < times; time += 1) {
    let waited = 0;
    let answer = await guess(vault, name);
    if (!answer.ok && answer.error.kind === 'MustWait') {
      waited = answer.error.seconds;
      stopwatch.pass(waited);
      answer = await guess(vault, name);
    }
    expect(kindOf(answer)).toBe('WrongPassword');
    waits.push(waited);
  }
  return waits;
}

describe('wrong passwords in a row', () => {
  test('are free three times, and then each costs 1, 2, 4 … 60 seconds', async () => {
    // given
    const { vault, stopwatch } = await vaultWithStopwatch();

    // when
    const waits = await guessPatiently(vault, stopwatch, 12);

    // then
    expect(waits).toEqual([0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60]);
  });

  test('are refused a second too early, also when the password would be right', async () => {
    // given
    const { vault, stopwatch } = await vaultWithStopwatch();
    await guessPatiently(vault, stopwatch, 6);

    // when
    stopwatch.pass(7);
    const early = await unlockSample(vault);
    stopwatch.pass(1);
    const inTime = await unlockSample(vault);

    // then
    expect(early).toEqual({ ok: false, error: { kind: 'MustWait', seconds: 1 } });
    expect(kindOf(inTime)).toBe('ok');
  });

  test('are forgotten after the right one', async () => {
    // given
    const { vault, stopwatch } = await vaultWithStopwatch();
    await guessPatiently(vault, stopwatch, 5);
    stopwatch.pass(60);
    expect(kindOf(await unlockSample(vault))).toBe('ok');

    // when
    const waits = await guessPatiently(vault, stopwatch, 4);

    // then
    expect(waits).toEqual([0, 0, 0, 1]);
  });

  test('count on when the program was started again, and the wait begins anew', async () => {
    // given
    const { folder, vault, stopwatch } = await vaultWithStopwatch();
    await guessPatiently(vault, stopwatch, 8);

    // when
    const next = settableStopwatch();
    const again = testVault(folder, settableClock(), next);
    const atOnce = await guess(again);
    next.pass(32);
    const later = await guess(again);

    // then
    expect(atOnce).toEqual({ ok: false, error: { kind: 'MustWait', seconds: 32 } });
    expect(kindOf(later)).toBe('WrongPassword');
  });

  test('are written down before the answer is there', async () => {
    // given
    const { folder, vault } = await vaultWithStopwatch();

    // when a program that is killed right after each answer
    const answers: string[] = [];
    for (let time = 0; time < 3; time += 1) answers.push(kindOf(await guess(vault)));
    const next = testVault(folder, settableClock(), settableStopwatch());

    // then
    expect(answers).toEqual(['WrongPassword', 'WrongPassword', 'WrongPassword']);
    expect(kindOf(await guess(next))).toBe('MustWait');
  });

  test('at the same moment are no way around the wait', async () => {
    // given
    const { vault } = await vaultWithStopwatch();

    // when
    const answers = (await Promise.all(Array.from({ length: 20 }, () => guess(vault)))).map(kindOf);

    // then
    expect(answers.filter((kind) => kind === 'WrongPassword')).toHaveLength(3);
    expect(answers.filter((kind) => kind === 'MustWait')).toHaveLength(17);
  });

  test('leave the other names alone', async () => {
    // given
    const { vault, stopwatch } = await vaultWithStopwatch();

    // when
    await guessPatiently(vault, stopwatch, 9, 'somebody-else');

    // then
    expect(kindOf(await guess(vault, 'somebody-else'))).toBe('MustWait');
    expect(kindOf(await unlockSample(vault))).toBe('ok');
  });

  test('a hundred times close the name, and erase nothing', async () => {
    // given
    const { folder, vault, stopwatch } = await vaultWithStopwatch();

    // when
    await guessPatiently(vault, stopwatch, 100);
    stopwatch.pass(100_000);
    const right = await unlockSample(vault);
    const next = settableStopwatch();
    const restarted = testVault(folder, settableClock(), next);
    next.pass(100_000);

    // then
    expect(right).toEqual({ ok: false, error: { kind: 'TriesUsedUp' } });
    expect(kindOf(await unlockSample(restarted))).toBe('TriesUsedUp');
    expect(restarted.state().kind).toBe('locked');
  });

  test('keep nobody out whom a lead lets in under that name', async () => {
    // given a name that is closed: of a member, and one that nobody had
    const { vault, stopwatch } = await vaultWithStopwatch();
    valueOf(await unlockSample(vault));
    const { id } = await addMember(vault, 'ombrellino', 'clinician');
    for (const name of ['ombrellino', 'parasol']) {
      await guessPatiently(vault, stopwatch, 100, name);
      stopwatch.pass(100_000);
      expect(kindOf(await guess(vault, name))).toBe('TriesUsedUp');
    }

    // when
    valueOf(await unlockSample(vault));
    const chosen = 'turquoise-harbour-nineteen-gong';
    valueOf(await vault.people.readmit(id, { signInName: 'ombrellino', password: chosen }));
    await addMember(vault, 'parasol', 'clinician');

    // then
    expect(kindOf(await vault.unlock('ombrellino', chosen))).toBe('ok');
    expect(kindOf(await vault.unlock('parasol', memberPassword))).toBe('ok');
  });

  test('for a name that nobody has look the same to the last one', async () => {
    // given
    const known = await vaultWithStopwatch();
    const unknown = await vaultWithStopwatch();

    // when
    const waits = [
      await guessPatiently(known.vault, known.stopwatch, 100),
      await guessPatiently(unknown.vault, unknown.stopwatch, 100, 'nobody-of-here'),
    ];
    known.stopwatch.pass(100);
    unknown.stopwatch.pass(100);

    // then
    expect(waits[0]).toEqual(waits[1]);
    expect(await guess(known.vault)).toEqual(await guess(unknown.vault, 'nobody-of-here'));
  });
});

describe('the time of day', () => {
  test.each(['1999-01-01T00:00:00.000Z', '2099-01-01T00:00:00.000Z'])(
    'that jumped to %s locks nobody out and shortens no wait',
    async (jumped) => {
      // given
      const { folder, vault, clock, stopwatch } = await vaultWithStopwatch();
      await guessPatiently(vault, stopwatch, 5);

      // when
      clock.set(jumped);
      const atOnce = await unlockSample(vault);
      const restarted = testVault(folder, settableClock(jumped), stopwatch);
      const afterStart = await unlockSample(restarted);
      stopwatch.pass(4);

      // then
      expect(kindOf(atOnce)).toBe('MustWait');
      expect(kindOf(afterStart)).toBe('MustWait');
      expect(kindOf(await unlockSample(restarted))).toBe('ok');
    },
  );
});

describe('a count that was taken away', () => {
  const damages: readonly [string, (folder: string) => void][] = [
    ['deleted', (folder) => attemptFileNames.forEach((name) => rmSync(join(folder, name)))],
    [
      'emptied',
      (folder) => attemptFileNames.forEach((name) => writeFileSync(join(folder, name), '')),
    ],
    [
      'forged without knowing the form',
      (folder) =>
        attemptFileNames.forEach((name) => writeFileSync(join(folder, name), slotFileOf(1, '{}'))),
    ],
  ];

  test.each(damages)(
    '%s: each try costs the longest wait, and the right one opens',
    async (_, damage) => {
      // given
      const { folder, vault, stopwatch } = await vaultWithStopwatch();
      await guessPatiently(vault, stopwatch, 2);
      damage(folder);

      // when
      const next = settableStopwatch();
      const restarted = testVault(folder, settableClock(), next);
      const atOnce = await guess(restarted);
      const waits = await guessPatiently(restarted, next, 3);
      next.pass(60);

      // then
      expect(atOnce).toEqual({ ok: false, error: { kind: 'MustWait', seconds: 60 } });
      expect(waits).toEqual([60, 60, 60]);
      expect(kindOf(await unlockSample(restarted))).toBe('ok');
    },
  );

  test.each(attemptFileNames)('of which only %s is gone counts on', async (name) => {
    // given
    const { folder, vault, stopwatch } = await vaultWithStopwatch();
    await guessPatiently(vault, stopwatch, 5);
    rmSync(join(folder, name));

    // when
    const restarted = testVault(folder, settableClock(), settableStopwatch());

    // then
    expect(await guess(restarted)).toEqual({ ok: false, error: { kind: 'MustWait', seconds: 4 } });
  });

  test('while the program runs counts on', async () => {
    // given
    const { folder, vault, stopwatch } = await vaultWithStopwatch();
    await guessPatiently(vault, stopwatch, 5);

    // when
    for (const name of attemptFileNames) rmSync(join(folder, name));

    // then
    expect(await guess(vault)).toEqual({ ok: false, error: { kind: 'MustWait', seconds: 4 } });
  });
});

test('the wait never grows beyond a minute', () => {
  expect([0, 2, 3, 8, 9, 50, 99].map(waitAfter)).toEqual([0, 0, 1, 32, 60, 60, 60]);
});
