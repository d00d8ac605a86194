// Runs one check in a process of its own, so that one that crashes or hangs fails alone.
import { writeFileSync } from 'node:fs';
import { loadCheck, Outcome } from './check.ts';

const [folder = '', name = '', share = '', file = ''] = process.argv.slice(2);
const check = await loadCheck(folder, name);
const asked = Math.max(1, Math.ceil((check.atFull * Number(share)) / 100));
const before = performance.now();
const outcome = Outcome.parse(await check.run(asked));
const seconds = Math.round((performance.now() - before) / 100) / 10;
writeFileSync(file, JSON.stringify({ ...outcome, name, asked, seconds }));
// A handle that a check forgot must not keep it running.
process.exit(0);
