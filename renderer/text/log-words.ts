import { plural, t } from '@lingui/core/macro';
import { assertNever } from '#core/base/assert.ts';
import { isSound, type LogPart, type LogVerdict } from '#core/domain/audit-view.ts';
import type { NameOf } from './audit-words.ts';

export function sayLogPart(part: LogPart): string {
  switch (part) {
    case 'desk':
      return t`Signing in and locking`;
    case 'cases':
      return t`Cases and sheets`;
    case 'people':
      return t`People and keys`;
    case 'place':
      return t`Rules, copies and this log`;
    case 'warnings':
      return t`Warnings`;
    default:
      return assertNever(part);
  }
}

/** What a check of the log found: what it means, and what to do. */
export function explainVerdict(verdict: LogVerdict): {
  readonly title: string;
  readonly next: string;
} {
  const { entries, since, flaws } = verdict;
  if (!isSound(verdict))
    return {
      title: t`Something is wrong with this log.`,
      next: t`The check changed nothing. Leave this computer as it is, do not print a new slip, and tell whoever answers for this place.`,
    };
  if (flaws.length > 0)
    return {
      title: t`Nothing new is wrong with this log.`,
      next: t`What was found earlier stays found. A lead has seen it.`,
    };
  const lines = plural(entries, { one: '# line', other: '# lines' });
  return {
    title: t`Nothing in this log was changed.`,
    next: t`All of it was read: ${lines} since ${since?.slice(0, 10) ?? ''}. Each is signed by whoever wrote it, in its place, and none is missing. Only a slip on paper shows whether everything was put back at once: compare its code.`,
  };
}

export function sayFlaw({ flaw, position, times }: LogVerdict['flaws'][number]): string {
  const line = position ?? 0;
  const more = times > 1 ? t` (${times} such places)` : '';
  switch (flaw) {
    case 'altered':
      return t`Line ${line} was changed after it was written.` + more;
    case 'unreadable':
      return t`Line ${line} is not one that this program writes.` + more;
    case 'moved':
      return t`Line ${line} was written for another place.` + more;
    case 'signer-unknown':
      return t`Line ${line} names somebody who never worked here.` + more;
    case 'forged':
      return t`Line ${line} was not written by whom it names.` + more;
    case 'missing':
      return t`Right before line ${line} something was taken out.` + more;
    case 'unlinked':
      return (
        t`Line ${line} does not follow on the line before it: one of the two was exchanged.` + more
      );
    case 'miscounted':
      return t`From line ${line} on the number of saves is not right.` + more;
    case 'versions-differ':
      return position === null
        ? t`The list of the latest records is not what the log says.`
        : t`Line ${line} does not fit the records it speaks of.` + more;
    case 'lists-differ':
      return t`The lists by which this log is searched leave something out.`;
    case 'not-entitled':
      return t`Somebody gave keys to a member without being entitled to it. These keys count for nothing.`;
    case 'cut-off':
      return (
        t`At line ${line} saves were missing: the records had been put back to an older state, or the end was cut off.` +
        more
      );
    case 'replaced':
      return t`Line ${line} is not the one that stood there when the records were locked.` + more;
    case 'mark-gone':
      return position === null
        ? t`The note beside the records is missing or damaged, by which an older state is told.`
        : t`At line ${line} the note beside the records was missing or damaged, by which an older state is told.` +
            more;
    default:
      return assertNever(flaw);
  }
}

/** Who has seen a warning of an earlier day, and when. */
export function saySeen(
  { staff, at }: Exclude<LogVerdict['flaws'][number]['seen'], string>,
  nameOf: NameOf,
): string {
  return t`Seen by ${nameOf(staff)} on ${at.slice(0, 10)}.`;
}
