import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export type Queue = {
  /** What a program needs in its environment to print here. */
  readonly env: { readonly CUPS_SERVER: string };
  /** Where each printed document ends up, one after the other. */
  readonly paper: string;
  /** The names under which jobs reached the printer, as its display would show them. */
  readonly jobNames: () => readonly string[];
  readonly stop: () => void;
};

/** A real CUPS of one's own, on a socket in a folder, with a printer that prints into a file. */
export async function startQueue(folder: string): Promise<Queue> {
  const folders = ['etc', 'spool', 'spool/tmp', 'cache', 'state', 'log', 'bin', 'bin/backend'];
  for (const name of folders) mkdirSync(join(folder, name), { recursive: true });
  for (const name of ['daemon', 'filter', 'monitor', 'notifier']) {
    symlinkSync(join('/usr/lib/cups', name), join(folder, 'bin', name));
  }
  const socket = join(folder, 'cups.sock');
  const paper = join(folder, 'paper.pdf');
  const names = join(folder, 'names');
  // The device: it takes a finished document and keeps it, as a tray keeps paper.
  const backend = `#!/bin/sh\n[ $# -eq 0 ] && echo 'direct tray "Unknown" "Tray"' && exit 0\necho "$3" >> ${names}\ncat $6 > ${paper}\n`;
  writeFileSync(join(folder, 'bin', 'backend', 'tray'), backend, { mode: 0o700 });
  writeFileSync(
    join(folder, 'etc', 'cups-files.conf'),
    [
      `ServerRoot ${folder}/etc`,
      `RequestRoot ${folder}/spool`,
      `TempDir ${folder}/spool/tmp`,
      `CacheDir ${folder}/cache`,
      `StateDir ${folder}/state`,
      `AccessLog ${folder}/log/access`,
      `ErrorLog ${folder}/log/error`,
      `PageLog ${folder}/log/page`,
      `ServerBin ${folder}/bin`,
      'SystemGroup root',
    ].join('\n'),
  );
  writeFileSync(
    join(folder, 'etc', 'cupsd.conf'),
    [
      `Listen ${socket}`,
      'LogLevel info',
      'Browsing No',
      'PreserveJobHistory Yes',
      'PreserveJobFiles No',
      '<Location />',
      '  Order allow,deny',
      '  Allow all',
      '</Location>',
      '<Policy default>',
      '  JobPrivateValues none',
      '  <Limit All>',
      '    Order deny,allow',
      '    Allow all',
      '  </Limit>',
      '</Policy>',
    ].join('\n'),
  );
  const daemon: ChildProcess = spawn(
    '/usr/sbin/cupsd',
    ['-f', '-c', join(folder, 'etc', 'cupsd.conf'), '-s', join(folder, 'etc', 'cups-files.conf')],
    { stdio: 'ignore' },
  );
  for (let tries = 0; !existsSync(socket); tries += 1) {
    if (tries > 100) throw new Error('cupsd did not open its socket');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const env = { CUPS_SERVER: socket };
  const run = (program: string, ...words: string[]) =>
    execFileSync(program, words, { env: { ...process.env, ...env }, encoding: 'utf8' });
  run('/usr/sbin/lpadmin', '-p', 'tray', '-E', '-v', 'tray:/', '-o', 'printer-is-shared=false');
  run('/usr/sbin/lpadmin', '-d', 'tray');
  return {
    env,
    paper,
    jobNames: () =>
      readFileSync(names, { encoding: 'utf8', flag: 'a+' }).split('\n').filter(Boolean),
    stop: () => void daemon.kill(),
  };
}
