// A program of its own that opens a vault and holds it until its input ends, for tests of a
// second instance and of a sudden end.
import { createDesk } from '../../electron/routes/desk.ts';
import { createPackKeeper } from '../../electron/routes/pack-keeper.ts';
import { createIdSource, systemClock } from '../../electron/platform/system.ts';
import { createVault } from '../../electron/vault/vault.ts';

const [, , folder = '', signInName = '', password = ''] = process.argv;
const ids = createIdSource(systemClock);
const cost = { opsLimit: 1, memLimitBytes: 8_192 };
const vault = createVault(folder, systemClock, ids, cost);
const desk = createDesk(
  vault,
  createPackKeeper(() => {
    throw new Error('No pack is needed here');
  }),
  systemClock,
  ids,
);
const opened = await vault.unlock(signInName, password);
process.stdout.write(opened.ok ? 'holding\n' : `${opened.error.kind}\n`);
process.stdin.resume();
process.stdin.on('end', () => desk.lock());
