import { ok, type Result } from '#core/base/result.ts';
import type { CaseId } from '#core/domain/encounter.ts';
import { PrintJob } from '#core/ipc/printing-channels.ts';
import { copyOf, copyWanted } from '#core/ipc/sheet-order.ts';
import type { Paper } from '#core/sheet/paper.ts';
import {
  afterTakingBack,
  keptUnknown,
  keptUnsent,
  type Next,
  nextFor,
  patience,
  type PrintProblem,
  type PrintState,
  type QueueJob,
} from '#core/sheet/printing.ts';
import type { Sheet } from '#core/sheet/sheet.ts';
import { appendAudit, auditNow } from '../../vault/audit-log.ts';
import { commitIfRoom } from '../../vault/database.ts';
import {
  caseOfPrintJob,
  casesWithPrintJobs,
  readPrintChoice,
  readPrintJobs,
  removePrintJob,
  writePrintJob,
} from '../../vault/repositories/printing.ts';
import type { VaultSession } from '../../vault/vault.ts';
import type { Desk } from '../desk.ts';
import type { Press } from '../press.ts';
import type { Leaving } from '../sheets/composed.ts';

/** A job of a case lies in the store, sealed; one about the place in memory, until the lock. */
export type Booked = { readonly job: PrintJob; readonly caseId: CaseId | null };

/**
 * Which sheets are on their way to a printer, and which wait for one. A sheet is kept as its
 * order: what it says is composed when it is printed, and lies nowhere meanwhile.
 */
export type PrintBook = {
  /** Sends a sheet that was just drawn. If the printer cannot have it, its order stays here. */
  readonly send: (about: ToSend, paper: Paper) => Promise<Result<null, PrintProblem>>;
  readonly list: (caseId: CaseId | null) => readonly PrintJob[];
  readonly find: (id: string) => Booked | undefined;
  /** Takes a job out of the queue. Resolves with what then is known of it, or undefined when it came out. */
  readonly takeBack: (booked: Booked) => Promise<PrintState | undefined>;
  readonly remove: (booked: Booked) => void;
  /** Looks once at every job in the queue. Once a second is meant. */
  readonly look: () => Promise<void>;
  /** Takes everything back from the queue that may not leave any more. */
  readonly takeBackUnless: (mayLeave: (leaving: Leaving & OfCase) => boolean) => Promise<void>;
};

type OfCase = { readonly caseId: CaseId };

export type ToSend = {
  readonly id: string;
  readonly order: PrintJob['order'];
  readonly sheet: Sheet;
  readonly caseId: CaseId | null;
  readonly leaving: Leaving | null;
};

/** In the queue of the system. Nothing here says anything about anybody: it outlives a lock. */
type Live = {
  readonly queued: QueueJob;
  readonly caseId: CaseId | null;
  readonly sheet: PrintJob['sheet'];
  readonly leaving: Leaving | null;
  looks: number;
};

/** @param onChanged tells the open pages */
export function createPrintBook(desk: Desk, press: Press, onChanged: () => void): PrintBook {
  const live = new Map<string, Live>();
  /** What came of a job while nobody was there to write it down. */
  const unwritten = new Map<string, { readonly next: Next; readonly entry: Live }>();
  const sending = new Set<string>();
  const loose = new Map<string, Booked>();
  let lastSession: VaultSession | undefined;
  let turn: Promise<unknown> = Promise.resolve();

  /** One thing at a time is done to the jobs in the queue: what was seen stays true until it is acted on. */
  function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const mine = turn.then(work, work);
    turn = mine.catch(() => {});
    return mine;
  }

  function sessionNow(): VaultSession | undefined {
    const state = desk.vault.state();
    const session = state.kind === 'open' ? state.session : undefined;
    if (session === lastSession) return session;
    lastSession = session;
    loose.clear();
    if (session !== undefined) wake(session);
    return session;
  }

  /** What an earlier session left: a job of which the queue knows is looked at, and then taken back. */
  function wake(session: VaultSession): void {
    // What this member cannot write down either is put back.
    const due = [...unwritten];
    unwritten.clear();
    for (const [id, { next, entry }] of due) settle(id, entry, next);
    for (const caseId of casesWithPrintJobs(session)) {
      for (const job of jobsOf(session, caseId)) {
        const { id, sheet, state } = job;
        if (live.has(id) || sending.has(id)) continue;
        if (state.kind === 'sending') save({ job: { ...job, state: keptUnknown }, caseId });
        if (state.kind === 'queued')
          live.set(id, { queued: state.job, caseId, sheet, leaving: null, looks: patience });
      }
    }
  }

  function jobsOf(session: VaultSession, caseId: CaseId): readonly PrintJob[] {
    return readPrintJobs(session, caseId).flatMap((value) => {
      const job = PrintJob.safeParse(value);
      return job.success ? [job.data] : [];
    });
  }

  function find(id: string): Booked | undefined {
    const session = sessionNow();
    if (session === undefined) return undefined;
    const known = loose.get(id);
    if (known !== undefined) return known;
    const caseId = caseOfPrintJob(session, id);
    if (caseId === undefined) return undefined;
    const job = jobsOf(session, caseId).find((candidate) => candidate.id === id);
    return job === undefined ? undefined : { job, caseId };
  }

  /** On a full disk the job stays in memory: nobody is kept from printing by it. */
  function save({ job, caseId }: Booked, pages?: number): void {
    const session = sessionNow();
    if (session === undefined) return;
    const event =
      pages === undefined
        ? undefined
        : ({
            kind: 'sheet-printed',
            caseId,
            sheet: job.sheet,
            pages,
            ...copyOf(job.order),
          } as const);
    const written =
      caseId !== null &&
      commitIfRoom(session.database, () => {
        writePrintJob(session, { id: job.id, caseId }, job);
        if (event !== undefined) appendAudit(session, event);
      }).ok;
    if (written) {
      loose.delete(job.id);
      return;
    }
    loose.set(job.id, { job, caseId });
    if (event !== undefined) auditNow(session, event);
  }

  function remove({ job: { id }, caseId }: Booked): void {
    const session = sessionNow();
    loose.delete(id);
    if (session !== undefined && caseId !== null)
      commitIfRoom(session.database, () => removePrintJob(session, id));
  }

  function settle(id: string, entry: Live, next: Next): void {
    if (next.kind === 'take-back') return;
    const isOver = next.kind === 'done' || next.state.kind === 'kept';
    if (isOver) live.delete(id);
    const session = sessionNow();
    const booked = find(id);
    if (booked === undefined) {
      // Locked, or another member without the key. About the place nothing outlives a lock.
      const isKnown = session === undefined || caseOfPrintJob(session, id) !== undefined;
      if (isOver && entry.caseId !== null && isKnown) unwritten.set(id, { next, entry });
      return;
    }
    if (next.kind === 'done') remove(booked);
    else {
      if (isSame(next.state, booked.job.state)) return;
      save({ ...booked, job: { ...booked.job, state: next.state } });
      if (isOver && session !== undefined)
        auditNow(session, {
          kind: 'sheet-not-printed',
          caseId: entry.caseId,
          sheet: entry.sheet,
        });
    }
    onChanged();
  }

  async function takeOut(id: string, entry: Live): Promise<Next> {
    const before = await press.look(entry.queued);
    await press.takeBack(entry.queued);
    const after = await press.look(entry.queued);
    const next = afterTakingBack(entry.queued, before, after);
    settle(id, entry, next);
    return next;
  }

  async function lookAt(id: string, entry: Live): Promise<void> {
    const standing = await press.look(entry.queued);
    entry.looks += 1;
    const next = nextFor(entry.queued, standing, entry.looks);
    if (next.kind === 'take-back') await takeOut(id, entry);
    else settle(id, entry, next);
  }

  return {
    async send({ id, order, sheet: { kind: sheet }, caseId, leaving }, paper) {
      const session = desk.session();
      const { printer } = readPrintChoice(session);
      const job: PrintJob = { id, order, sheet, state: { kind: 'sending' } };
      sending.add(id);
      try {
        // Before it leaves: what was printed is written down, also when it locks meanwhile.
        save({ job, caseId }, paper.pages);
        const { size } = order.format;
        const copies = order.format.copies + (copyWanted(order) === true ? 1 : 0);
        const sent = await press.send(paper, { printer, copies, size });
        const entry = (queued: QueueJob): Live => ({ queued, caseId, sheet, leaving, looks: 0 });
        if (sent.ok) {
          live.set(id, entry(sent.value));
          settle(id, entry(sent.value), {
            kind: 'wait',
            state: { kind: 'queued', job: sent.value, problem: null },
          });
          return ok(null);
        }
        const none = { id: '-', printer: printer ?? '-' };
        settle(id, entry(none), { kind: 'wait', state: keptUnsent(sent.error) });
        return sent;
      } finally {
        sending.delete(id);
      }
    },

    list(caseId) {
      const session = sessionNow();
      if (session === undefined) return [];
      const inMemory = [...loose.values()].filter((booked) => booked.caseId === caseId);
      const stored = caseId === null ? [] : jobsOf(session, caseId);
      return [...stored.filter(({ id }) => !loose.has(id)), ...inMemory.map(({ job }) => job)];
    },

    find,
    remove,

    takeBack: (booked) =>
      inTurn(async () => {
        const { id, sheet, state } = booked.job;
        const entry = live.get(id) ?? entryOf(state, booked.caseId, sheet);
        if (entry === undefined) return state;
        const next = await takeOut(id, entry);
        return next.kind === 'wait' ? next.state : undefined;
      }),

    look: () =>
      inTurn(async () => {
        sessionNow();
        for (const [id, entry] of live) await lookAt(id, entry);
      }),

    takeBackUnless: (mayLeave) =>
      inTurn(async () => {
        for (const [id, entry] of live) {
          const { leaving, caseId } = entry;
          if (leaving === null || caseId === null || mayLeave({ ...leaving, caseId })) continue;
          await takeOut(id, entry);
        }
      }),
  };
}

/** A job that is kept and may still be in the queue. */
function entryOf(
  state: PrintState,
  caseId: CaseId | null,
  sheet: PrintJob['sheet'],
): Live | undefined {
  return state.kind === 'kept' && state.job !== null
    ? { queued: state.job, caseId, sheet, leaving: null, looks: patience }
    : undefined;
}

function isSame(one: PrintState, other: PrintState): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
