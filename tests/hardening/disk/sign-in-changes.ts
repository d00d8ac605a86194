import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { assert } from '#core/base/assert.ts';
import { replaceFile } from '../../../electron/platform/files.ts';
import type { TypedSheets } from '../../../electron/vault/recovery-keys.ts';
import { proveSheets } from '../../../electron/vault/recovery.ts';
import { madeSheets, provenSheets } from '../../../build/bench/recovery-sheets.ts';
import * as sample from './sample.ts';
import { type BigChange, makeSaved, savesIn, vaultIn } from './big-change.ts';

const nextPassword = 'umlaut-nineteen-walrus-gravel';

export const changeOfPassword: BigChange = {
  covers: ['change-password.ts', 'checked-file.ts', 'slot-file.ts'],
  prepare: (scratch) => makeSaved(scratch, 2),
  async make(scratch) {
    const vault = sample.openVault(vaultIn(scratch));
    await sample.unlock(vault);
    const changed = await vault.changePassword(sample.password, nextPassword);
    assert(changed.ok, `the password is changed: ${JSON.stringify(changed)}`);
  },
  async judge(scratch) {
    const opens: string[] = [];
    for (const password of [sample.password, nextPassword]) {
      const vault = sample.openVault(vaultIn(scratch));
      const opened = await vault.unlock(sample.signInName, password);
      const saves = opened.ok ? [...sample.readSaves(sample.sessionOf(vault)).values()] : [];
      vault.lock();
      if (opened.ok) opens.push(saves.join());
    }
    // Exactly one of the two passwords opens, and all is there.
    return opens.length === 1 && opens[0] === '2' ? undefined : `opens ${opens.length} times`;
  },
};

/** The texts of the sheets lie beside the vault: whoever judges has to type them. */
const paperIn = (scratch: string) => join(scratch, 'paper.json');
/** No power cut takes anything off paper, so it is there for good before anything goes on. */
const printOn = (path: string, sheets: readonly string[]) =>
  replaceFile(path, Buffer.from(JSON.stringify(sheets)));
const Paper = z.array(z.string()).length(3);
const readPaper = (scratch: string): TypedSheets => {
  const [first = '', second = ''] = Paper.parse(JSON.parse(readFileSync(paperIn(scratch), 'utf8')));
  return [first, second];
};

async function makeWithSheets(scratch: string): Promise<void> {
  await makeSaved(scratch, 2);
  const vault = sample.openVault(vaultIn(scratch));
  const sheets = await provenSheets(await sample.unlock(vault), vaultIn(scratch));
  printOn(paperIn(scratch), sheets);
  vault.lock();
}

async function doSheetsOpen(scratch: string): Promise<boolean> {
  const vault = sample.openVault(vaultIn(scratch));
  return (await vault.membersBySheets(readPaper(scratch))).ok;
}

export const newSheets: BigChange = {
  covers: ['recovery.ts', 'slot-file.ts'],
  prepare: makeWithSheets,
  async make(scratch) {
    const vault = sample.openVault(vaultIn(scratch));
    const session = await sample.unlock(vault);
    const made = await madeSheets(session);
    const both = [...readPaper(scratch), ...made];
    printOn(`${paperIn(scratch)}.new`, both);
    const proven = await proveSheets(session, vaultIn(scratch), [made[0], made[1]], () => true);
    assert(proven.ok, 'the new sheets work');
  },
  async judge(scratch) {
    // Exactly one set opens, before and after the next sign-in.
    const opens = async () => {
      const vault = sample.openVault(vaultIn(scratch));
      const isOld = await doSheetsOpen(scratch);
      if (!existsSync(`${paperIn(scratch)}.new`)) return isOld ? 1 : 0;
      const all = z.array(z.string()).safeParse(parsed(`${paperIn(scratch)}.new`));
      const [, , first = '', second = ''] = all.success ? all.data : [];
      const isNew = (await vault.membersBySheets([first, second])).ok;
      return Number(isOld) + Number(isNew);
    };
    const before = await opens();
    if (before !== 1) return `${before} sets of sheets open`;
    const saves = await savesIn(scratch);
    if (saves !== 2) return `the store ${saves}`;
    const after = await opens();
    return after === 1 ? undefined : `${after} sets of sheets open after a sign-in`;
  },
};

function parsed(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

export const recovery: BigChange = {
  covers: ['recover.ts', 'slot-file.ts'],
  prepare: makeWithSheets,
  async make(scratch) {
    const vault = sample.openVault(vaultIn(scratch));
    const typed = readPaper(scratch);
    const leads = await vault.membersBySheets(typed);
    assert(leads.ok && leads.value[0] !== undefined, 'the sheets open');
    const recovered = await vault.recover({
      typed,
      member: leads.value[0].id,
      signInName: sample.signInName,
      password: nextPassword,
    });
    assert(recovered.ok, `the lead is in again: ${JSON.stringify(recovered)}`);
  },
  async judge(scratch) {
    if (!(await doSheetsOpen(scratch))) return 'the sheets no longer open';
    return changeOfPassword.judge(scratch);
  },
};
