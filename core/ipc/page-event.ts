import { z } from 'zod';

/** What the main process tells a page without having been asked. Nothing about a person is in it. */
export const PageEvent = z.discriminatedUnion('kind', [
  /** What may be passed on is about to change: what rests on it goes from the page before the disk has answered. */
  z.strictObject({ kind: z.literal('ConsentChanging') }),
  /** What may be passed on has changed, or could not be: the page asks again. */
  z.strictObject({ kind: z.literal('ConsentChanged') }),
  /** Something became of a sheet on its way to the printer: the page asks again. */
  z.strictObject({ kind: z.literal('PrintingChanged') }),
  /** The last seconds before the cover or the lock. */
  z.strictObject({
    kind: z.literal('Closing'),
    to: z.enum(['cover', 'lock']),
    seconds: z.number().int(),
    isFinal: z.boolean(),
  }),
  /** No step is near any more. */
  z.strictObject({ kind: z.literal('NotClosing') }),
  /** The cover lies over the page: answer with `reportCleared`. */
  z.strictObject({ kind: z.literal('Covered') }),
  /** The cover is about to go: answer with `reportRedrawn`. */
  z.strictObject({ kind: z.literal('Returning') }),
  /** To the hidden page: draw the sheet of this ticket, or nothing any more. */
  z.strictObject({ kind: z.literal('SheetWanted'), ticket: z.uuid().nullable() }),
]);
export type PageEvent = z.infer<typeof PageEvent>;
