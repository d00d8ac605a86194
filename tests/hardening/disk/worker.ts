// A program of its own that works on a vault until it ends, is killed, or its disk fails.
import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { assert } from '#core/base/assert.ts';
import { readEncounter, writeDraft } from '../../../electron/vault/repositories/encounter.ts';
import { changes } from './changes.ts';
import { arm, countChanges } from './fault.ts';
import { tryFaults } from './faults.ts';
import {
  beginVisit,
  draftOf,
  makeVault,
  openVault,
  saveNext,
  sessionOf,
  unlock,
} from './sample.ts';

const [, , command = '', scratch = '', ...words] = process.argv;
const folder = join(scratch, 'vault');
const say = (text: string) => writeSync(1, `${text}\n`);

if (command === 'record-saves') {
  // Everything from the first byte on, so that the recording holds the whole disk.
  const [count = '1', way = 'as built'] = words;
  const session = sessionOf(await makeVault(folder));
  const id = beginVisit(session);
  say(`promised ${id} 1`);
  if (way !== 'as built') session.database.pragma('synchronous = NORMAL');
  for (let turn = 0; turn < Number(count); turn += 1) {
    if (way === 'normal, not folded') {
      const encounter = readEncounter(session, id);
      assert(encounter !== undefined, 'the visit is there');
      session.database.exec('BEGIN');
      const version = writeDraft(session, encounter, draftOf(encounter.version + 1));
      session.database.exec('COMMIT');
      say(`promised ${id} ${version}`);
    } else say(`promised ${id} ${saveNext(session, id)}`);
  }
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
process.exit(0);
