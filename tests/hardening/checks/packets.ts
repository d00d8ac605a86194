import { spawn } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assert } from '#core/base/assert.ts';
import { withFolder } from '../../support/folder.ts';
import { root } from '../../support/launch.ts';
import { type Check, Outcome } from '../check.ts';
import { pageTraffic } from '../network/page-traffic.ts';

// Packets that the program sends, on a tun device in a network namespace of its own, where
// everything that is sent is seen. Datagrams sent on purpose, and an Electron without any of
// our walls, show before that they would be. Needs Linux, and root or the right to make
// namespaces.

/** Each kind from the page and from one without a policy, doing nothing, the end, and each journey. */
const atFull =
  pageTraffic.length * 2 + 2 + globSync('tests/journeys/*.journey.ts', { cwd: root }).length;

export const check: Check = {
  name: 'packets',
  // A kind that stock Electron itself does not send is not tried.
  atFull: atFull - 2 * 3,
  run: (count) =>
    withFolder(async (folder) => {
      const file = join(folder, 'found.json');
      const inside = join(import.meta.dirname, '..', 'network', 'inside.ts');
      const own = process.getuid?.() === 0 ? '-nm' : '-rnm';
      const child = spawn('unshare', [own, process.execPath, inside, file, String(count)], {
        cwd: root,
        stdio: ['ignore', 'inherit', 'inherit'],
      });
      const code = await new Promise<number | null>((done) => child.once('exit', done));
      assert(code === 0, `the check in its own network ended with ${code}`);
      return Outcome.parse(JSON.parse(readFileSync(file, 'utf8')));
    }),
};
