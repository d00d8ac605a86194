import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createQueue } from '../../electron/shell/print-queue.ts';
import { freshFolder } from '../support/vault.ts';

/** Where the programs of the queue would go, as one of them finds it in its environment. */
async function queueAskedFor(variables: NodeJS.ProcessEnv): Promise<string> {
  const folder = freshFolder();
  const programs = join(folder, 'programs');
  mkdirSync(programs);
  const program = join(programs, 'lpstat');
  writeFileSync(program, `#!/bin/sh\necho "$CUPS_SERVER" > '${folder}/asked'\n`);
  chmodSync(program, 0o700);
  await createQueue({ PATH: `${programs}:/bin:/usr/bin`, ...variables }).printers();
  return readFileSync(join(folder, 'asked'), 'utf8').trim();
}

test('a document goes to the queue of this machine, whatever the surroundings say', async () => {
  const here = await queueAskedFor({});
  expect(here).toMatch(/^\/|^localhost$/);
  expect(await queueAskedFor({ CUPS_SERVER: 'print.clinic.example:631' })).toBe(here);
  expect(await queueAskedFor({ CUPS_SERVER: '/run/own/cups.sock' })).toBe('/run/own/cups.sock');
});
