import { plural, t } from '@lingui/core/macro';
import { assertNever } from '#core/base/assert.ts';
import { type ContentExplicable, explainContent, isAboutContent } from './explain-content.ts';
import { type CopyProblem, explainCopy } from './explain-copy.ts';
import { explainPrinting, type PrintingProblem } from './explain-printing.ts';

import { type CaseExplicable, explainCase, isAboutCase } from './explain-case.ts';
import { explainPeople, isAboutPeople, type PeopleExplicable } from './explain-people.ts';
import { type ConsentExplicable, explainConsent, isAboutConsent } from './explain-consent.ts';
import { explainRecovery, isAboutRecovery, type RecoveryProblem } from './explain-recovery.ts';
import { explainReferral, isAboutReferral, type ReferralExplicable } from './explain-referral.ts';
import { explainGround, type GroundExplicable, isAboutGround } from './explain-ground.ts';

/** Every expected error that a screen may have to explain, and the faults any call can end in. */
export type Explicable =
  | CaseExplicable
  | ConsentExplicable
  | RecoveryProblem
  | PeopleExplicable
  | GroundExplicable
  | ReferralExplicable
  | ContentExplicable
  | { readonly kind: 'JurisdictionUnknown' | 'LockedMeanwhile' | 'ScreenFailed' }
  | { readonly kind: 'TriesUsedUp' | 'PinTooPlain' | 'NoMoreRoom' }
  | {
      readonly kind:
        | 'Locked'
        | 'Refused'
        | 'RecordAltered'
        | 'WrongPassword'
        | 'StoreInUse'
        | 'DiskFull'
        | 'AlreadySetUp';
    }
  | {
      readonly kind:
        'NotAllowed' | 'GateArmed' | 'EncounterUnknown' | 'EncounterClosed' | 'OutcomeMissing';
    }
  | {
      readonly kind:
        'RecipientUnknown' | 'LanguageUnknown' | 'LanguageNotEnabled' | 'SavingNotAllowed';
    }
  | { readonly kind: 'Defect'; readonly reference: string }
  | CopyProblem
  | {
      readonly kind: 'FolderReadOnly' | 'KeyFileMissing' | 'KeyFileDamaged';
      readonly folder: string;
    }
  | {
      readonly kind: 'KeyFileTooNew' | 'StoreMissing' | 'StoreUnreadable' | 'FolderUnusable';
      readonly folder: string;
    }
  | { readonly kind: 'SchemaTooNew'; readonly schema: number; readonly readable: number }
  | PrintingProblem
  | { readonly kind: 'MustWait'; readonly seconds: number }
  | { readonly kind: 'PasswordRejected'; readonly problem: PasswordProblem };

type PasswordProblem =
  | { readonly kind: 'TooShort'; readonly atLeast: number }
  | { readonly kind: 'TooLong'; readonly atMost: number }
  | { readonly kind: 'TooPlain' | 'TooCommon' | 'ContainsOwnName' };

/** What happened, then what is safe and what to do next. */
export type Explanation = { readonly title: string; readonly next: string };

/** The one place where an error becomes sentences. A new error does not compile without its own. */
export function explain(error: Explicable): Explanation {
  if (isAboutCase(error)) return explainCase(error);
  if (isAboutConsent(error)) return explainConsent(error);
  if (isAboutRecovery(error)) return explainRecovery(error);
  if (isAboutPeople(error)) return explainPeople(error);
  if (isAboutReferral(error)) return explainReferral(error);
  if (isAboutGround(error)) return explainGround(error);
  if (isAboutContent(error)) return explainContent(error);
  switch (error.kind) {
    case 'WrongPassword':
      return {
        title: t`The name or the password is not right.`,
        next: t`Nothing was changed. Check whether Caps Lock is on and try again.`,
      };
    case 'MustWait':
      return {
        title: t`Please wait a moment before the next try.`,
        next: t`Several passwords in a row were not right. You can try again in ${plural(error.seconds, { one: '# second', other: '# seconds' })}. Nothing was erased.`,
      };
    case 'TriesUsedUp':
      return {
        title: t`This name is closed after 100 wrong passwords in a row.`,
        next: t`Nothing was erased, and everybody else can sign in. Two recovery sheets open it again, and the safeguarding lead can let its member begin anew.`,
      };
    case 'NoMoreRoom':
      return {
        title: t`There is no more room here.`,
        next: t`What stands there is kept; the last of it was not taken. Make it shorter, or go on in another field.`,
      };
    case 'PinTooPlain':
      return {
        title: t`This PIN is the first that somebody would try.`,
        next: t`Choose other digits, not all the same and not in a row.`,
      };
    case 'PasswordRejected':
      return explainPassword(error.problem);
    case 'DiskFull':
      return {
        title: t`The disk is full, so this could not be saved.`,
        next: t`Everything saved before is safe, and what you typed is still on this screen. Free some space, then try again.`,
      };
    case 'FolderReadOnly':
      return {
        title: t`Quietroom may not write to its folder.`,
        next: t`Nothing was changed. Ask whoever looks after this computer to allow writing to ${error.folder}.`,
      };
    case 'KeyFileMissing':
      return {
        title: t`The records are here, but the file that opens them is missing.`,
        next: t`Nothing was changed. Go back to a copy of the records, or put access-a.json and access-b.json from one into ${error.folder}.`,
      };
    case 'KeyFileDamaged':
      return {
        title: t`Both copies of the file that opens the records are damaged.`,
        next: t`Nothing was changed. Go back to a copy of the records, or put access-a.json and access-b.json from one into ${error.folder}.`,
      };
    case 'KeyFileTooNew':
      return {
        title: t`These records belong to a newer Quietroom.`,
        next: t`Nothing was changed. Install the newer version to open them.`,
      };
    case 'StoreMissing':
      return {
        title: t`The file with the records is missing.`,
        next: t`No new one was made in its place. Go back to a copy of the records, or put records.db from one into ${error.folder}.`,
      };
    case 'StoreUnreadable':
      return {
        title: t`The file with the records is damaged or belongs to another facility.`,
        next: t`It was left as it is. Go back to a copy of the records, or put records.db from one into ${error.folder}.`,
      };
    case 'StoreInUse':
      return {
        title: t`The records are open in another window or program.`,
        next: t`Close the other one, then try again. Nothing was changed.`,
      };
    case 'SchemaTooNew':
      return {
        title: t`These records were last opened by a newer Quietroom.`,
        next: t`They were left as they are. Install the newer version to open them (layout ${error.schema}; this version reads up to ${error.readable}).`,
      };
    case 'AlreadySetUp':
      return {
        title: t`This computer is already set up.`,
        next: t`Close this window and open Quietroom again.`,
      };
    case 'ScreenFailed':
      return {
        title: t`This screen went wrong.`,
        next: t`What you wrote is saved. Close the window and open Quietroom again to go on.`,
      };
    case 'LockedMeanwhile':
      return {
        title: t`It was locked while the password was being checked.`,
        next: t`Nothing was changed. Sign in again.`,
      };
    case 'JurisdictionUnknown':
      return {
        title: t`This country is not in the content.`,
        next: t`Choose one of the countries shown.`,
      };
    case 'NotAllowed':
      return {
        title: t`Only the safeguarding lead can change this.`,
        next: t`Nothing was changed.`,
      };
    case 'GateArmed':
      return {
        title: t`Confirm first that you are alone.`,
        next: t`Nothing was shown. What was written is safe.`,
      };
    case 'EncounterUnknown':
      return {
        title: t`This visit cannot be opened by you.`,
        next: t`Ask the colleague who held it.`,
      };
    case 'EncounterClosed':
      return { title: t`This visit is closed.`, next: t`It can no longer be changed.` };
    case 'OutcomeMissing':
      return {
        title: t`The visit has no ending yet.`,
        next: t`Choose what the person wants, then close it.`,
      };
    case 'RecipientUnknown':
      return { title: t`This helper is not in the directory.`, next: t`Choose another one.` };
    case 'LanguageUnknown':
      return { title: t`There are no texts in this language.`, next: t`Choose another one.` };
    case 'LanguageNotEnabled':
      return {
        title: t`This language is a draft that is not in use here.`,
        next: t`Choose another one. The safeguarding lead can put it to use, under Languages of sheets.`,
      };
    case 'SavingNotAllowed':
      return {
        title: t`Saving sheets as files is switched off here.`,
        next: t`Print the sheet instead. The safeguarding lead can change the rule.`,
      };
    case 'FolderUnusable':
      return {
        title: t`The folder for saved sheets cannot be used.`,
        next: t`Nothing was saved. Check that ${error.folder} is there and can be written to.`,
      };
    case 'NoPrinter':
    case 'PrinterGone':
    case 'PrinterStopped':
    case 'PaperOut':
    case 'PrinterClosed':
    case 'PrinterRefused':
    case 'PrintJobUnknown':
    case 'LookFirst':
    case 'AlreadyPrinted':
      return explainPrinting(error);
    case 'NoTarget':
    case 'CaseUnknown':
    case 'DayPast':
    case 'BackupRunning':
    case 'VerifyRunning':
    case 'StoreDamaged':
    case 'CopyUnusable':
    case 'CopyOfAnother':
    case 'FolderClosed':
    case 'NoCopies':
    case 'TargetUnusable':
    case 'TargetMissing':
    case 'TargetFull':
    case 'TargetFailed':
      return explainCopy(error);
    case 'Locked':
      return {
        title: t`Quietroom is locked.`,
        next: t`What you wrote is saved. Sign in to go on.`,
      };
    case 'Refused':
      return {
        title: t`This could not be done.`,
        next: t`Nothing was changed. Check what you typed and try again.`,
      };
    case 'RecordAltered':
      return {
        title: t`This record is not the one that was saved last.`,
        next: t`It was not shown, and nothing was changed. Tell the safeguarding lead: an older copy may have been put in its place. A backup can bring the right one back.`,
      };
    case 'Defect':
      return {
        title: t`Something in Quietroom went wrong.`,
        next: t`What was saved is safe. Tell whoever looks after this computer: ${error.reference}.`,
      };
    default:
      return assertNever(error);
  }
}

function explainPassword(problem: PasswordProblem): Explanation {
  switch (problem.kind) {
    case 'TooShort':
      return {
        title: t`The password is too short.`,
        next: t`Use at least ${plural(problem.atLeast, { one: '# character', other: '# characters' })}. Four or five words in a row are good.`,
      };
    case 'TooLong':
      return {
        title: t`The password is too long.`,
        next: t`Use at most ${plural(problem.atMost, { one: '# character', other: '# characters' })}.`,
      };
    case 'TooPlain':
      return {
        title: t`The password is too easy to guess.`,
        next: t`It repeats itself or follows the keyboard. Four or five unrelated words are good.`,
      };
    case 'TooCommon':
      return {
        title: t`The password is one that many people choose.`,
        next: t`It is made of common words or sentences. Six unrelated words are good; this computer can suggest some.`,
      };
    case 'ContainsOwnName':
      return {
        title: t`The password is too close to a name.`,
        next: t`Leave out your own name and the name of this place.`,
      };
    default:
      return assertNever(problem);
  }
}
