import { z } from 'zod';
import { EncounterId } from '#core/domain/encounter.ts';
import { LanguageTag } from '#core/domain/language.ts';
import { Printer, PrintProblem, PrintState } from '#core/sheet/printing.ts';
import { SheetKind } from '#core/sheet/sheet.ts';
import { channel, DiskFull, failure, NoError, NoRequest, Nothing } from './channel.ts';
import { GateArmed } from './encounter-channels.ts';
import { OrderProblem } from './sheet-channels.ts';
import { SheetOrder } from './sheet-order.ts';

export const readPrinters = channel(
  'printing.readPrinters',
  NoRequest,
  z.strictObject({
    printers: z.array(Printer),
    /** The one this member uses; null for the default one. */
    chosen: z.string().nullable(),
    /** Whether this member has read what the queue of the system may keep. */
    wasTold: z.boolean(),
  }),
  NoError,
);

export const choosePrinter = channel(
  'printing.choose',
  z.strictObject({ printer: z.string().min(1).max(127).nullable() }),
  Nothing,
  DiskFull,
);

export const noteToldOfQueue = channel('printing.noteTold', NoRequest, Nothing, DiskFull);

/** A page of letters of every script, about nobody, to see whether a printer does its work. */
export const printTestPage = channel('printing.testPage', NoRequest, Nothing, PrintProblem);

/** A sheet that somebody wanted printed and that has not come out, as its order and no text. */
export const PrintJob = z.strictObject({
  id: z.uuid(),
  order: SheetOrder,
  sheet: SheetKind,
  state: PrintState,
});
export type PrintJob = z.infer<typeof PrintJob>;

/** What a screen is told of one. */
export const PrintJobListing = z.strictObject({
  id: z.uuid(),
  sheet: SheetKind,
  language: LanguageTag,
  state: PrintState,
});
export type PrintJobListing = z.infer<typeof PrintJobListing>;

/** What waits for the printer: of the case of a visit whose gate is open, or about the place. */
export const listPrintJobs = channel(
  'printing.list',
  z.strictObject({ encounterId: EncounterId.nullable() }),
  z.array(PrintJobListing),
  z.union([GateArmed, failure('EncounterUnknown', {})]),
);

const JobUnknown = failure('PrintJobUnknown', {});

/**
 * Prints a kept job: the order is composed anew, from what may be passed on at this moment.
 *
 * `tray` is what somebody who looked into it found; when the paper may have come out, it has to be
 * known.
 */
export const printAgain = channel(
  'printing.again',
  z.strictObject({ id: z.uuid(), tray: z.enum(['not-looked', 'empty']) }),
  Nothing,
  z.union([
    OrderProblem,
    PrintProblem,
    JobUnknown,
    failure('LookFirst', {}),
    failure('AlreadyPrinted', {}),
  ]),
);

/** Takes a job out of the queue, if it is in it, and keeps its order. */
export const takeBackPrint = channel(
  'printing.takeBack',
  z.strictObject({ id: z.uuid() }),
  Nothing,
  JobUnknown,
);

/** Nobody wants it any more. It is taken out of the queue too. */
export const forgetPrint = channel(
  'printing.forget',
  z.strictObject({ id: z.uuid() }),
  Nothing,
  z.union([JobUnknown, failure('NoPrinter', {})]),
);

/** A sheet was printed by mistake, and whoever says so has destroyed it. */
export const reportDestroyed = channel(
  'printing.destroyed',
  z.strictObject({ encounterId: EncounterId.nullable(), sheet: SheetKind }),
  Nothing,
  z.union([GateArmed, failure('EncounterUnknown', {})]),
);
