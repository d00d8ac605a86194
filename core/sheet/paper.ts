import { z } from 'zod';

/** What a sheet is printed on and how often. Large print is for those who read badly without glasses, and for walls. */
export const PaperSize = z.enum(['A4', 'Letter', 'A5']);
export type PaperSize = z.infer<typeof PaperSize>;

export const mostCopies = 20;

export const Format = z.strictObject({
  size: PaperSize,
  isLarge: z.boolean(),
  copies: z.number().int().min(1).max(mostCopies),
});
export type Format = z.infer<typeof Format>;

export const plainFormat: Format = { size: 'A4', isLarge: false, copies: 1 };

/** A sheet as a PDF, in memory and nowhere else. */
export type Paper = { readonly bytes: Uint8Array; readonly pages: number };
