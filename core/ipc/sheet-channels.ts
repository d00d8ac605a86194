import { z } from 'zod';
import { JurisdictionId } from '#core/domain/facility.ts';
import { LanguageTag } from '#core/domain/language.ts';
import { Format } from '#core/sheet/paper.ts';
import { PrintProblem } from '#core/sheet/printing.ts';
import { Sheet } from '#core/sheet/sheet.ts';
import { channel, DiskFull, failure, NoError, Nothing } from './channel.ts';
import { GateArmed } from './encounter-channels.ts';
import { SheetOrder } from './sheet-order.ts';

/** Why a sheet cannot be made; electron/routes/sheets composes them. */
export const OrderProblem = z.union([
  GateArmed,
  failure('EncounterUnknown', {}),
  failure('RecipientUnknown', {}),
  failure('LanguageUnknown', {}),
  failure('LanguageNotEnabled', {}),
  failure('ConsentMissing', {}),
  failure('LedgerBroken', {}),
  DiskFull,
  failure('GroundUnknown', {}),
  failure('SecondMemberMissing', {}),
  failure('NothingToStop', {}),
  failure('NothingToRecord', {}),
]);
export type OrderProblem = z.infer<typeof OrderProblem>;

export const previewSheet = channel('sheet.preview', SheetOrder, Sheet, OrderProblem);

/**
 * Sends a sheet to the printer of this member, with no file of ours in between. When the printer
 * cannot have it now, the order is kept (core/ipc/printing-channels.ts).
 */
export const printSheet = channel(
  'sheet.print',
  SheetOrder,
  z.strictObject({ pages: z.number().int().positive() }),
  z.union([OrderProblem, PrintProblem]),
);

/** Writes a sheet into the folder that the facility's rule names. */
export const saveSheet = channel(
  'sheet.save',
  SheetOrder,
  z.strictObject({ file: z.string(), pages: z.number().int().positive() }),
  z.union([
    OrderProblem,
    failure('SavingNotAllowed', {}),
    failure('FolderUnusable', { folder: z.string() }),
  ]),
);

/** A sheet for everybody in the house. It is answered without signing in: there is no case behind it. */
export const PublicSheetOrder = z.strictObject({
  kind: z.enum(['poster', 'leaflet', 'phrase-panel']),
  language: LanguageTag,
  /** Whose public helplines stand on a leaflet. */
  place: JurisdictionId,
  format: Format,
});
export type PublicSheetOrder = z.infer<typeof PublicSheetOrder>;

const PublicOrderProblem = failure('LanguageUnknown', {});

export const previewPublicSheet = channel(
  'sheet.previewPublic',
  PublicSheetOrder,
  Sheet,
  PublicOrderProblem,
);

export const printPublicSheet = channel(
  'sheet.printPublic',
  PublicSheetOrder,
  z.strictObject({ pages: z.number().int().positive() }),
  z.union([PublicOrderProblem, PrintProblem]),
);

/** For the hidden page that draws a sheet for paper; a ticket is good for one reading. */
export const readTicket = channel(
  'sheet.readTicket',
  z.strictObject({ ticket: z.uuid() }),
  z.strictObject({ sheet: Sheet, format: Format }),
  failure('TicketUnknown', {}),
);

/** The hidden page has drawn its sheet, fonts and all, and may be turned into paper. */
export const reportDrawn = channel(
  'sheet.reportDrawn',
  z.strictObject({ ticket: z.uuid() }),
  Nothing,
  NoError,
);
