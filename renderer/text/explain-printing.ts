import { t } from '@lingui/core/macro';
import { assertNever } from '#core/base/assert.ts';

/** What can keep a sheet from coming out. */
export type PrintingProblem =
  | { readonly kind: 'NoPrinter' | 'PrintJobUnknown' | 'LookFirst' | 'AlreadyPrinted' }
  | {
      readonly kind: 'PrinterGone' | 'PrinterStopped' | 'PaperOut' | 'PrinterClosed';
      readonly printer: string;
    }
  | { readonly kind: 'PrinterRefused'; readonly words: string };

export function explainPrinting(error: PrintingProblem): {
  readonly title: string;
  readonly next: string;
} {
  switch (error.kind) {
    case 'NoPrinter':
      return {
        title: t`No printer answers.`,
        next: t`Nothing was printed and nothing is lost. Switch the printer on or choose another one, then print again.`,
      };
    case 'PrinterGone':
      return {
        title: t`The printer ${error.printer} is not there any more.`,
        next: t`Nothing is lost. Choose another printer, then print again.`,
      };
    case 'PrinterStopped':
      return {
        title: t`The printer ${error.printer} is switched off or has stopped.`,
        next: t`Nothing is lost. Switch it on or choose another printer, then print again.`,
      };
    case 'PaperOut':
      return {
        title: t`The printer ${error.printer} has no paper.`,
        next: t`Nothing is lost. Put paper in, then print again.`,
      };
    case 'PrinterClosed':
      return {
        title: t`The printer ${error.printer} takes nothing now.`,
        next: t`Nothing is lost. Choose another printer, or ask whoever looks after it.`,
      };
    case 'PrinterRefused':
      return {
        title: t`The printer did not take the sheet.`,
        next: t`Nothing is lost. It said: ${error.words}`,
      };
    case 'PrintJobUnknown':
      return {
        title: t`This sheet does not wait any more.`,
        next: t`Somebody has printed it or thrown it away.`,
      };
    case 'LookFirst':
      return {
        title: t`It may have come out.`,
        next: t`Look into the tray of the printer first.`,
      };
    case 'AlreadyPrinted':
      return {
        title: t`It has come out after all.`,
        next: t`Nothing was printed again. Take it from the tray.`,
      };
    default:
      return assertNever(error);
  }
}
