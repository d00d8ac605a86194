// Opens the application from source. Words after `npm start --` go to it.
import { spawn } from 'node:child_process';
import { electronPath } from './electron-path.ts';

// Chromium refuses to run its sandbox as root; an ordinary user keeps it.
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const child = spawn(electronPath, [...asRoot, '.', ...process.argv.slice(2)], { stdio: 'inherit' });
child.on('exit', (code) => process.exit(code ?? 1));
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => child.kill(signal));
}
