import { z } from 'zod';
import { assertNever } from '#core/base/assert.ts';

// What can be known about a printer and about a job on its way to it. The words are those of
// no particular queue; electron/shell/print-queue.ts asks the one of the system.

const PrinterName = z.string().min(1).max(127);

/** Why a sheet does not come out now. Whatever the reason, the order for it is kept. */
export const PrintProblem = z.discriminatedUnion('kind', [
  /** No queue answers, or it has no printer. */
  z.strictObject({ kind: z.literal('NoPrinter') }),
  /** The queue does not know the printer any more. */
  z.strictObject({ kind: z.literal('PrinterGone'), printer: PrinterName }),
  /** Switched off, paused or stopped by an error. */
  z.strictObject({ kind: z.literal('PrinterStopped'), printer: PrinterName }),
  z.strictObject({ kind: z.literal('PaperOut'), printer: PrinterName }),
  /** It takes no jobs now, and says so before anything is sent. */
  z.strictObject({ kind: z.literal('PrinterClosed'), printer: PrinterName }),
  /** It was sent, and something went wrong with it. `words` are the queue's own. */
  z.strictObject({ kind: z.literal('PrinterRefused'), words: z.string().max(200) }),
]);
export type PrintProblem = z.infer<typeof PrintProblem>;

export const Printer = z.strictObject({
  name: PrinterName,
  isDefault: z.boolean(),
  /** Null when it is ready. */
  problem: PrintProblem.nullable(),
});
export type Printer = z.infer<typeof Printer>;

/** A document in the queue, by the queue's own name for it, such as `tray-12`. */
export const QueueJob = z.strictObject({ id: z.string().min(1).max(160), printer: PrinterName });
export type QueueJob = z.infer<typeof QueueJob>;

/** Where a job in the queue stands. */
export type Standing =
  /** `hasBegun` when the printer has had any of it, also when it stands still again. */
  | {
      readonly kind: 'waiting';
      readonly hasBegun: boolean;
      readonly problem: PrintProblem | null;
    }
  | { readonly kind: 'printed' }
  /** Cancelled or given up; `isPrinterThere` as it is now. */
  | { readonly kind: 'ended'; readonly isPrinterThere: boolean }
  /** The queue answers and knows no such job. */
  | { readonly kind: 'unlisted'; readonly isPrinterThere: boolean }
  | { readonly kind: 'unreachable' };

/** What has become of a sheet that somebody wanted printed; one that came out has none. */
export const PrintState = z.discriminatedUnion('kind', [
  /** Handed over, and the queue has not said yet that it has it. */
  z.strictObject({ kind: z.literal('sending') }),
  z.strictObject({
    kind: z.literal('queued'),
    job: QueueJob,
    problem: PrintProblem.nullable(),
  }),
  /**
   * Not in the queue any more: it waits here, as an order, until somebody asks again. `job` is one
   * that could not be taken back yet, and has to be before anything else is sent.
   */
  z.strictObject({
    kind: z.literal('kept'),
    problem: PrintProblem.nullable(),
    mayBeOut: z.boolean(),
    job: QueueJob.nullable(),
  }),
]);
export type PrintState = z.infer<typeof PrintState>;

/** A sheet that could not be handed to the queue, or went wrong on the way there. */
export function keptUnsent(problem: PrintProblem): PrintState {
  return { kind: 'kept', problem, mayBeOut: problem.kind === 'PrinterRefused', job: null };
}

/** A job of which nobody remembers whether the queue got it: the program ended at that moment. */
export const keptUnknown: PrintState = { kind: 'kept', problem: null, mayBeOut: true, job: null };

/** How often a job that does not come out is looked at, once a second, before it is taken back. */
export const patience = 120;

export type Next =
  | { readonly kind: 'wait'; readonly state: PrintState }
  | { readonly kind: 'done' }
  /** Take it out of the queue, then look once more: `afterTakingBack`. */
  | { readonly kind: 'take-back' };

/**
 * What to do about a job in the queue. One whose printer stands still is taken back at once: paper
 * that comes out when nobody is there to take it is found by somebody else.
 *
 * @param looks how often it was looked at
 */
export function nextFor(job: QueueJob, standing: Standing, looks: number): Next {
  switch (standing.kind) {
    case 'printed':
      return { kind: 'done' };
    case 'unlisted':
    case 'ended':
      if (!standing.isPrinterThere)
        return keep({ kind: 'PrinterGone', printer: job.printer }, true, null);
      // A queue that keeps no history forgets a job as soon as it is printed.
      return standing.kind === 'unlisted' ? { kind: 'done' } : keep(null, true, null);
    case 'unreachable':
      return looks < patience
        ? { kind: 'wait', state: { kind: 'queued', job, problem: { kind: 'NoPrinter' } } }
        : keep({ kind: 'NoPrinter' }, true, job);
    case 'waiting': {
      const { problem } = standing;
      const standsStill = problem?.kind === 'PrinterStopped' || problem?.kind === 'PrinterGone';
      if (standsStill || looks >= patience) return { kind: 'take-back' };
      return { kind: 'wait', state: { kind: 'queued', job, problem } };
    }
    default:
      return assertNever(standing);
  }
}

/**
 * What a job is after it was taken out of the queue.
 *
 * @param before how it stood when that was asked
 */
export function afterTakingBack(job: QueueJob, before: Standing, after: Standing): Next {
  if (after.kind === 'printed') return { kind: 'done' };
  const problem = before.kind === 'waiting' ? before.problem : null;
  const hadBegun = before.kind !== 'waiting' || before.hasBegun;
  const isGone = after.kind === 'ended' || after.kind === 'unlisted';
  return keep(problem, hadBegun || !isGone, isGone ? null : job);
}

function keep(problem: PrintProblem | null, mayBeOut: boolean, job: QueueJob | null): Next {
  return { kind: 'wait', state: { kind: 'kept', problem, mayBeOut, job } };
}
