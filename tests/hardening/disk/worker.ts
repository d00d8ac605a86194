// A program of its own that works on a vault until it ends, is killed, or its disk fails.
import { writeSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { join } from 'node:path';
import { assert } from '#core/base/assert.ts';
import type { Database } from '../../../electron/vault/database.ts';
import { changes } from './changes.ts';
import { arm, countChanges } from './fault.ts';
import { tryFaults } from './faults.ts';
import { beginVisit, makeVault, openVault, saveNext, sessionOf, unlock } from './sample.ts';

const [, , command = '', scratch = '', ...words] = process.argv;
const folder = join(scratch, 'vault');
const say = (text: string) => writeSync(1, `${text}\n`);
// Most workers are killed, and would leave nothing for the next one.
flushCompileCache();

if (command === 'record-saves') {
  // Everything from the first byte on, so that the recording holds the whole disk.
  const [count = '1', way = 'as built'] = words;
  const session = sessionOf(await makeVault(folder));
  const id = beginVisit(session);
  say(`promised ${id} 1`);
  if (way !== 'as built') session.database.pragma('synchronous = NORMAL');
  if (way === 'normal, not folded') withoutFolding(session.database);
  for (let turn = 0; turn < Number(count); turn += 1)
    say(`promised ${id} ${saveNext(session, id)}`);
} else if (command === 'save') {
  const session = await unlock(openVault(folder));
  const id = beginVisit(session);
  say(`promised ${id} 1`);
  for (;;) say(`promised ${id} ${saveNext(session, id)}`);
} else if (command === 'change') {
  const [name = '', fault, prepare] = words;
  const change = changes[name];
  assert(change !== undefined, 'the change is on the list');
  if (prepare === 'prepare') await change.prepare(scratch);
  say('begin');
  arm(fault ?? '0:0:0');
  await change.make(scratch);
  say(`changes ${countChanges()}`);
} else if (command === 'faults') {
  await tryFaults(scratch, Number(words[0]), say);
}

/** A program that forgot to fold the journal in. */
function withoutFolding(database: Database): void {
  const pragma = database.pragma.bind(database);
  const forgetful = (asked: string) =>
    asked.startsWith('wal_checkpoint') ? [{ busy: 0 }] : pragma(asked);
  Object.defineProperty(database, 'pragma', { value: forgetful });
}

process.exit(0);
