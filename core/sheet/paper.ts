import { z } from 'zod';

/** What a sheet is printed on. Large print is for those who read badly without glasses, and for walls. */
export const PaperSize = z.enum(['A4', 'Letter', 'A5']);
export type PaperSize = z.infer<typeof PaperSize>;

export const Format = z.strictObject({ size: PaperSize, isLarge: z.boolean() });
export type Format = z.infer<typeof Format>;

export const plainFormat: Format = { size: 'A4', isLarge: false };

/** A sheet as a PDF, in memory and nowhere else. */
export type Paper = { readonly bytes: Uint8Array; readonly pages: number };

export type PrintProblem =
  | { readonly kind: 'NoPrinter' }
  /** `words` are the queue's own. */
  | { readonly kind: 'PrinterRefused'; readonly words: string };
