import { t } from '@lingui/core/macro';
import { assertNever } from '#core/base/assert.ts';

/** What can be wrong with recovery sheets: making them, trying them, and getting in by them. */
export type RecoveryProblem =
  | {
      readonly kind:
        | 'RecoveryNotProven'
        | 'SameSheetTwice'
        | 'NoSheetsMade'
        | 'NoSheetsCount'
        | 'SignInNameTaken'
        | 'MemberUnknown';
    }
  | {
      readonly kind: 'SheetIncomplete';
      readonly sheet: number;
      readonly words: number;
      readonly needed: number;
    }
  | { readonly kind: 'WordUnknown'; readonly sheet: number; readonly word: number }
  | { readonly kind: 'WordsMistyped' | 'SheetOfAnotherSet'; readonly sheet: number };

export function explainRecovery(error: RecoveryProblem): {
  readonly title: string;
  readonly next: string;
} {
  switch (error.kind) {
    case 'RecoveryNotProven':
      return {
        title: t`Recovery sheets come before the first visit.`,
        next: t`Without them, one forgotten password loses every record. A safeguarding lead makes them in about five minutes.`,
      };
    case 'SheetIncomplete':
      return {
        title:
          error.sheet === 1
            ? t`The first sheet is not complete.`
            : t`The second sheet is not complete.`,
        next: t`There are ${error.words} words here, and a sheet has ${error.needed}. Compare them with the paper.`,
      };
    case 'WordUnknown':
      return {
        title:
          error.sheet === 1
            ? t`Word ${error.word} of the first sheet is not right.`
            : t`Word ${error.word} of the second sheet is not right.`,
        next: t`Look at it on the paper again. Nothing was changed.`,
      };
    case 'WordsMistyped':
      return {
        title:
          error.sheet === 1
            ? t`A word of the first sheet is not right, or two changed places.`
            : t`A word of the second sheet is not right, or two changed places.`,
        next: t`Compare all of them with the paper, one by one. Nothing was changed.`,
      };
    case 'SheetOfAnotherSet':
      return {
        title:
          error.sheet === 1
            ? t`The first sheet does not belong to the set that counts.`
            : t`The second sheet does not belong to the set that counts.`,
        next: t`Look at the date on it: only the newest set opens. If the date is right, a word may be wrong.`,
      };
    case 'SameSheetTwice':
      return {
        title: t`This is the same sheet twice.`,
        next: t`Two different sheets are needed. Type another one of the three.`,
      };
    case 'NoSheetsMade':
      return {
        title: t`No sheets wait to be tried.`,
        next: t`Make three sheets first.`,
      };
    case 'NoSheetsCount':
      return {
        title: t`No sheets open these records.`,
        next: t`They may be an older copy of the records, or sheets were never made. Nothing was changed.`,
      };
    case 'SignInNameTaken':
      return { title: t`Somebody else signs in with this name.`, next: t`Choose another one.` };
    case 'MemberUnknown':
      return {
        title: t`These sheets do not bring this person back.`,
        next: t`They bring back a safeguarding lead. Nothing was changed.`,
      };
    default:
      return assertNever(error);
  }
}

const kinds: Readonly<Record<RecoveryProblem['kind'], true>> = {
  RecoveryNotProven: true,
  SheetIncomplete: true,
  WordUnknown: true,
  WordsMistyped: true,
  SheetOfAnotherSet: true,
  SameSheetTwice: true,
  NoSheetsMade: true,
  NoSheetsCount: true,
  SignInNameTaken: true,
  MemberUnknown: true,
};

export function isAboutRecovery(error: { readonly kind: string }): error is RecoveryProblem {
  return error.kind in kinds;
}
