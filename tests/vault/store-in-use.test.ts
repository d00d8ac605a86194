import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { kindOf, lockedVault, sampleRequest, testVault, unlockSample } from '../support/vault.ts';

const root = join(import.meta.dirname, '..', '..');

describe('a store that another program holds', () => {
  test('is said to be in use, and opens when the other has let go of it', async () => {
    // given
    const { folder, vault } = await lockedVault();
    const holder = await holdElsewhere(folder);

    // when, then
    expect(kindOf(await unlockSample(vault))).toBe('StoreInUse');
    expect(vault.state().kind).toBe('locked');
    expect(kindOf(await vault.setUp(sampleRequest))).toBe('AlreadySetUp');

    // when, then
    holder.stdin?.end();
    await once(holder, 'exit');
    expect(kindOf(await unlockSample(vault))).toBe('ok');
  });

  test('opens when the other was killed', async () => {
    // given
    const { folder, vault } = await lockedVault();
    const holder = await holdElsewhere(folder);
    expect(kindOf(await unlockSample(vault))).toBe('StoreInUse');

    // when
    holder.kill('SIGKILL');
    await once(holder, 'exit');

    // then
    expect(kindOf(await unlockSample(vault))).toBe('ok');
  });

  test('stays with the one that has it', async () => {
    // given a vault that is open here
    const { folder, vault } = await lockedVault();
    expect(kindOf(await unlockSample(vault))).toBe('ok');

    // when another program tries, then it is turned away
    const holder = startHolder(folder);
    expect(await firstWords(holder)).toBe('StoreInUse');
    holder.stdin?.end();
    await once(holder, 'exit');

    // then the one that has it goes on
    const state = vault.state();
    expect(state.kind).toBe('open');
  });

  test('is refused to a second vault of the same program, which leaves the first as it is', async () => {
    // given
    const { folder, vault } = await lockedVault();
    expect(kindOf(await unlockSample(vault))).toBe('ok');

    // when
    const second = testVault(folder);
    const answer = await unlockSample(second);

    // then
    expect(kindOf(answer)).toBe('StoreInUse');
    expect(second.state().kind).toBe('locked');
    expect(vault.state().kind).toBe('open');
  });
});

async function holdElsewhere(folder: string): Promise<ChildProcess> {
  const holder = startHolder(folder);
  expect(await firstWords(holder)).toBe('holding');
  return holder;
}

function startHolder(folder: string): ChildProcess {
  const { signInName, password } = sampleRequest;
  const holder = spawn(
    process.execPath,
    [fileURLToPath(new URL('./hold-store.ts', import.meta.url)), folder, signInName, password],
    { cwd: root, stdio: ['pipe', 'pipe', 'inherit'] },
  );
  onTestFinished(() => void holder.kill('SIGKILL'));
  return holder;
}

async function firstWords(holder: ChildProcess): Promise<string> {
  for await (const chunk of holder.stdout ?? []) return String(chunk).trim();
  return '';
}
