/** A sheet as a PDF, in memory and nowhere else. */
export type Paper = { readonly bytes: Uint8Array; readonly pages: number };

export type PrintProblem =
  | { readonly kind: 'NoPrinter' }
  /** `words` are the queue's own. */
  | { readonly kind: 'PrinterRefused'; readonly words: string };
