import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

export type Queue = {
  /** What a program needs in its environment to print here. */
  readonly env: { readonly CUPS_SERVER: string };
  /** Where each printed document ends up, one after the other. */
  readonly paper: string;
  /** Every document that was printed, each by itself, in their order. */
  readonly papers: () => readonly string[];
  /** The names under which jobs reached the printer, as its display would show them. */
  readonly jobNames: () => readonly string[];
  /** The numbers of the jobs that were printed to the end, in order. */
  readonly printedJobs: () => readonly string[];
  /** Runs one of the queue's own programs on it, such as cupsdisable. */
  readonly run: (program: string, ...words: string[]) => string;
  /** How often each of those jobs was wanted. */
  readonly copies: () => readonly string[];
  /**
   * How the device behaves from now on: it dawdles or has no paper until told otherwise, or breaks off
   * in the middle.
   */
  readonly setMood: (mood: 'well' | 'slow' | 'breaks' | 'empty') => void;
  /** The usual printer, or one beside it under another name. */
  readonly addPrinter: (name?: string) => void;
  readonly removePrinter: () => void;
  /** Where the queue keeps what it was sent. */
  readonly spool: string;
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
  const copies = join(folder, 'copies');
  const printed = join(folder, 'printed');
  const mood = join(folder, 'mood');
  // The device: it takes a finished document and keeps it, as a tray keeps paper.
  const backend = `#!/bin/sh\n[ $# -eq 0 ] && echo 'direct tray "Unknown" "Tray"' && exit 0\necho "$3" >> ${names}; echo "$4" >> ${copies}
if [ "$(cat ${mood})" = empty ]; then
  echo 'STATE: +media-empty-error' >&2
  while [ "$(cat ${mood})" = empty ]; do sleep 0.05; done
  echo 'STATE: -media-empty-error' >&2
fi
[ "$(cat ${mood})" = breaks ] && exit 1
while [ "$(cat ${mood})" = slow ]; do sleep 0.05; done
cp $6 ${folder}/paper-$1.pdf
cat $6 > ${paper} && echo "$1" >> ${printed}
`;
  writeFileSync(mood, 'well');
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
  const addPrinter = (name = 'tray') => {
    run('/usr/sbin/lpadmin', '-p', name, '-E', '-v', 'tray:/', '-o', 'printer-is-shared=false');
    run('/usr/sbin/lpadmin', '-d', 'tray');
  };
  const linesOf = (file: string) =>
    readFileSync(file, { encoding: 'utf8', flag: 'a+' }).split('\n').filter(Boolean);
  addPrinter();
  return {
    env,
    paper,
    papers: () =>
      readdirSync(folder)
        .filter((name) => /^paper-\d+\.pdf$/.test(name))
        .toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }))
        .map((name) => join(folder, name)),
    jobNames: () => linesOf(names),
    copies: () => linesOf(copies),
    printedJobs: () => linesOf(printed),
    run,
    setMood: (next) => writeFileSync(mood, next),
    addPrinter,
    removePrinter: () => void run('/usr/sbin/lpadmin', '-x', 'tray'),
    spool: join(folder, 'spool'),
    stop: () => void daemon.kill(),
  };
}
