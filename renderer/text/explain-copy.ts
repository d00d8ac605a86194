import { t } from '@lingui/core/macro';
import { assertNever } from '#core/base/assert.ts';

/** What can go wrong with copies of the records: making one, and going back to one. */
export type CopyProblem =
  | {
      readonly kind:
        'NoTarget' | 'BackupRunning' | 'StoreDamaged' | 'CopyUnusable' | 'CopyOfAnother';
    }
  | {
      readonly kind: 'CaseUnknown' | 'DayPast' | 'VerifyRunning';
    }
  | {
      readonly kind: 'NoCopies' | 'TargetMissing' | 'TargetFull' | 'TargetFailed' | 'FolderClosed';
      readonly folder: string;
    }
  | {
      readonly kind: 'TargetUnusable';
      readonly folder: string;
      readonly why: 'not-a-full-path' | 'not-there' | 'not-writable' | 'inside-quietroom';
    };

export function explainCopy(error: CopyProblem): { readonly title: string; readonly next: string } {
  switch (error.kind) {
    case 'NoTarget':
      return {
        title: t`No folder for copies has been chosen yet.`,
        next: t`Nothing was copied. Choose a folder or a stick first.`,
      };
    case 'BackupRunning':
      return {
        title: t`A copy is being made just now.`,
        next: t`Wait until it is finished.`,
      };
    case 'StoreDamaged':
      return {
        title: t`The records could not be read to the end, so no copy was made.`,
        next: t`The older copies were kept. Go back to one of them soon, and tell whoever looks after this computer.`,
      };
    case 'VerifyRunning':
      return {
        title: t`The log is being checked just now.`,
        next: t`Wait until it is finished.`,
      };
    case 'CopyUnusable':
      return {
        title: t`This copy cannot be read to the end.`,
        next: t`Nothing was changed. Choose an older copy.`,
      };
    case 'CopyOfAnother':
      return {
        title: t`This copy belongs to another place.`,
        next: t`Nothing was changed. Choose another copy.`,
      };
    case 'NoCopies':
      return {
        title: t`There are no copies in this folder.`,
        next: t`Nothing was changed. Check whether ${error.folder} is right and the stick is plugged in.`,
      };
    case 'FolderClosed':
      return {
        title: t`This folder cannot be looked into.`,
        next: t`Nothing was changed. Choose another one, or type the whole path: ${error.folder}`,
      };
    case 'TargetMissing':
      return {
        title: t`The folder for copies is not there.`,
        next: t`Nothing was copied, and the records are safe. Plug in the stick (${error.folder}), then try again.`,
      };
    case 'TargetFull':
      return {
        title: t`There is no room for another copy.`,
        next: t`The records and the older copies are safe. Free some space in ${error.folder}, then try again.`,
      };
    case 'TargetFailed':
      return {
        title: t`The copy could not be written and read back.`,
        next: t`The records and the older copies are safe. Try again, or use another stick: ${error.folder}.`,
      };
    case 'CaseUnknown':
      return {
        title: t`This is no longer on the list.`,
        next: t`Nothing was changed. Somebody may have decided about it meanwhile.`,
      };
    case 'DayPast':
      return {
        title: t`This day is over.`,
        next: t`Nothing was changed. Choose a later day.`,
      };
    case 'TargetUnusable':
      return { title: t`Copies cannot go into this folder.`, next: whyUnusable(error) };
    default:
      return assertNever(error);
  }
}

function whyUnusable({ why, folder }: Extract<CopyProblem, { kind: 'TargetUnusable' }>): string {
  switch (why) {
    case 'not-a-full-path':
      return t`Write the whole path, from its beginning.`;
    case 'not-there':
      return t`There is no folder ${folder}. Plug in the stick, or make the folder first.`;
    case 'not-writable':
      return t`Quietroom may not write to ${folder}. Check the switch on the stick, or choose another folder.`;
    case 'inside-quietroom':
      return t`It is part of what is to be copied, and would be lost with it. Choose another place, best a stick.`;
    default:
      return assertNever(why);
  }
}
