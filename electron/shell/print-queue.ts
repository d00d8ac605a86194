import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { err, ok, type Result } from '#core/base/result.ts';
import type { Paper, PaperSize } from '#core/sheet/paper.ts';
import type { Printer, PrintProblem, QueueJob, Standing } from '#core/sheet/printing.ts';

// The queue of the system, by its own programs. It knows no window and no record. What it keeps of
// a document is its own affair (docs/security.md).

/** The name of every job in the queue, whatever is on the paper. */
const jobName = 'Document';

export type Queue = {
  readonly printers: () => Promise<readonly Printer[]>;
  /**
   * Hands a document over on standard input, so that no file of ours exists at any moment. To a
   * printer that stands still nothing is sent: the queue would keep it until it runs again.
   *
   * @param to.printer null for the default one
   */
  readonly send: (
    paper: Paper,
    to: { readonly printer: string | null; readonly copies: number; readonly size: PaperSize },
  ) => Promise<Result<QueueJob, PrintProblem>>;
  readonly look: (job: QueueJob) => Promise<Standing>;
  /** Takes a job out of the queue with its text. Look at it afterwards: it may have been too late. */
  readonly takeBack: (job: QueueJob) => Promise<void>;
};

/**
 * On Windows there is none yet: whatever is asked, no printer answers.
 *
 * @param variables what the programs of the queue find in their environment
 */
export function createQueue(variables: NodeJS.ProcessEnv = process.env): Queue {
  if (process.platform === 'win32') {
    return {
      printers: async () => [],
      send: async () => err({ kind: 'NoPrinter' }),
      look: async () => ({ kind: 'unreachable' }),
      takeBack: async () => {},
    };
  }
  const run: Run = (program, words, input) => runProgram(variables, program, words, input);
  return {
    printers: () => findPrinters(run),
    send: (paper, to) => send(run, paper, to),
    look: (job) => look(run, job),
    takeBack: async (job) => void (await run('cancel', ['-x', job.id])),
  };
}

async function findPrinters(run: Run): Promise<readonly Printer[]> {
  const [listed, accepting, standard] = await Promise.all([
    run('lpstat', ['-l', '-p']),
    run('lpstat', ['-a']),
    run('lpstat', ['-d']),
  ]);
  if (listed.code !== 0) return [];
  const defaultName = /default destination: (\S+)/.exec(standard.out)?.[1];
  const found = listed.out.split(/^(?=printer \S+ )/m).filter((part) => part.startsWith('printer'));
  return found.map((part) => {
    const name = part.split(' ')[1] ?? '';
    const isClosed = accepting.out
      .split('\n')
      .some((line) => line.startsWith(`${name} not accepting`));
    return {
      name,
      isDefault: name === defaultName || (defaultName === undefined && found.length === 1),
      problem: problemIn(name, part, isClosed),
    };
  });
}

/** @param part what the queue says at length about one printer */
function problemIn(printer: string, part: string, isClosed: boolean): PrintProblem | null {
  const alerts = /^\s*Alerts: (.*)$/m.exec(part)?.[1] ?? '';
  const [first = ''] = part.split('\n');
  if (/\bdisabled since\b/.test(first) || /\boffline\b/.test(alerts))
    return { kind: 'PrinterStopped', printer };
  if (/\bmedia-(empty|needed)(-error)?(?![-\w])/.test(alerts)) return { kind: 'PaperOut', printer };
  return isClosed ? { kind: 'PrinterClosed', printer } : null;
}

async function send(
  run: Run,
  { bytes }: Paper,
  to: { readonly printer: string | null; readonly copies: number; readonly size: PaperSize },
): Promise<Result<QueueJob, PrintProblem>> {
  const printers = await findPrinters(run);
  if (printers.length === 0) return err({ kind: 'NoPrinter' });
  const wanted = printers.find(({ name, isDefault }) =>
    to.printer === null ? isDefault : name === to.printer,
  );
  if (wanted === undefined)
    return err(
      to.printer === null ? { kind: 'NoPrinter' } : { kind: 'PrinterGone', printer: to.printer },
    );
  if (wanted.problem !== null) return err(wanted.problem);
  // No banner page: it would name the account, and print it on its own sheet.
  const options = ['-o', 'job-sheets=none,none', '-o', `media=${to.size}`];
  const words = ['-d', wanted.name, '-n', String(to.copies), '-t', jobName, ...options, '-'];
  const sent = await run('lp', words, bytes);
  const id = /^request id is (\S+)/m.exec(sent.out)?.[1];
  if (sent.code === 0 && id !== undefined) return ok({ id, printer: wanted.name });
  const printer = wanted.name;
  if (/not accepting/.test(sent.words)) return err({ kind: 'PrinterClosed', printer });
  if (/does not exist/.test(sent.words)) return err({ kind: 'PrinterGone', printer });
  return err({ kind: 'PrinterRefused', words: sent.words.trim().slice(0, 200) });
}

async function look(run: Run, job: QueueJob): Promise<Standing> {
  const active = await run('lpstat', ['-l', '-o']);
  if (active.code !== 0 && !/no destinations added/i.test(active.words))
    return { kind: 'unreachable' };
  const part = active.out
    .split(/^(?=\S+-\d+ )/m)
    .find((candidate) => candidate.startsWith(`${job.id} `));
  const [printers, working] = await Promise.all([findPrinters(run), run('lpstat', ['-p'])]);
  const printer = printers.find(({ name }) => name === job.printer);
  if (part !== undefined) {
    // The queue speaks of a state only once the printer has been at the job.
    const hasBegun = /^\s*Status:/m.test(part);
    const isAtIt = working.out.includes(` now printing ${job.id}.`);
    return { kind: 'waiting', hasBegun, problem: problemOf(job, printer, hasBegun && !isAtIt) };
  }
  // The only one of the system's programs that tells a job that was printed from one that was
  // cancelled is the one that refuses to cancel it. The job is over: nothing can happen to it.
  const asked = await run('cancel', [job.id]);
  if (/already completed/.test(asked.words)) return { kind: 'printed' };
  if (isSilent(asked)) return { kind: 'unreachable' };
  const isOver = asked.code === 0 || /already (canceled|aborted)/.test(asked.words);
  return { kind: isOver ? 'ended' : 'unlisted', isPrinterThere: printer !== undefined };
}

/** @param hasStopped it began with the job and left it: some queues then try again and again */
function problemOf(
  job: QueueJob,
  printer: Printer | undefined,
  hasStopped: boolean,
): PrintProblem | null {
  if (printer === undefined) return { kind: 'PrinterGone', printer: job.printer };
  if (printer.problem === null && hasStopped)
    return { kind: 'PrinterStopped', printer: job.printer };
  return printer.problem;
}

type Said = { readonly code: number | null; readonly out: string; readonly words: string };

type Run = (program: string, words: readonly string[], input?: Uint8Array) => Promise<Said>;

/** Nobody is there to answer. */
function isSilent({ code, words }: Said): boolean {
  return (
    code === null ||
    /scheduler is not running|unable to connect|bad file descriptor|transport endpoint/i.test(words)
  );
}

/** Runs one of the queue's programs in plain English, whatever the desk speaks; never rejects. */
const sockets = ['/run/cups/cups.sock', '/var/run/cups/cups.sock', '/private/var/run/cupsd'];

/**
 * The queue of this machine and of no other: a variable, or a file in the home folder that the
 * programs would read without one, could name a queue at the other end of a network.
 */
function queueHere({ CUPS_SERVER: named }: NodeJS.ProcessEnv): string {
  if (named?.startsWith('/') === true) return named;
  return sockets.find((socket) => existsSync(socket)) ?? 'localhost';
}

function runProgram(
  variables: NodeJS.ProcessEnv,
  program: string,
  words: readonly string[],
  input?: Uint8Array,
): Promise<Said> {
  return new Promise((resolve) => {
    const child = spawn(program, words, {
      stdio: ['pipe', 'pipe', 'pipe'],
      env: { ...variables, CUPS_SERVER: queueHere(variables), LC_ALL: 'C', LANGUAGE: 'C' },
      timeout: 20_000,
    });
    let out = '';
    let said = '';
    child.stdout.on('data', (part: Buffer) => (out += part.toString('utf8')));
    child.stderr.on('data', (part: Buffer) => (said += part.toString('utf8')));
    child.on('error', () => resolve({ code: null, out, words: said }));
    child.on('close', (code) => resolve({ code, out, words: said }));
    child.stdin.on('error', () => {
      // The program went away while it was being written to; its exit code says so above.
    });
    child.stdin.end(input);
  });
}
