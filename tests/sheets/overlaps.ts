import type { Pdf } from './read-pdf.ts';
export function overlaps(_pdf: Pdf): readonly string[] {
  return [];
}
