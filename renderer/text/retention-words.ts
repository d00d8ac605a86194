import { plural, t } from '@lingui/core/macro';
import { assertNever } from '#core/base/assert.ts';
import type { DueErasure, HoldReason, InCopies, RecordKind } from '#core/domain/retention.ts';

export function sayDueKind(kind: DueErasure['kind']): string {
  return kind === 'closed-case' ? t`closed` : t`never closed`;
}

export function sayRecordKind(kind: RecordKind): string {
  switch (kind) {
    case 'closed-case':
      return t`After the last visit, when it was closed`;
    case 'open-draft':
      return t`After the last visit, when it was never closed`;
    case 'consent':
      return t`After the last yes has run out`;
    default:
      return assertNever(kind);
  }
}

export function sayHoldReason(reason: HoldReason): string {
  switch (reason) {
    case 'person-wishes':
      return t`The person wishes it`;
    case 'legal-claim':
      return t`A legal claim`;
    case 'still-in-danger':
      return t`There is still danger`;
    case 'inquiry':
      return t`An inquiry`;
    default:
      return assertNever(reason);
  }
}

/** What copies go on holding of a case that is erased today, and until when. */
export function sayCopiesHold({ copies, until }: InCopies): string {
  if (until === null) return t`No copy was ever made that could still hold a case.`;
  if (copies === null)
    return t`Copies were made, and none is in reach now. Wherever they are, they can still hold a case that is erased today: in the folder for copies at the latest until ${until.slice(0, 10)} while a copy is made every day, elsewhere until somebody destroys them.`;
  return t`${plural(copies, { one: '# copy', other: '# copies' })} in the folder for copies can still hold a case that is erased today, at the latest until ${until.slice(0, 10)} while a copy is made every day. Copies elsewhere hold it until somebody destroys them.`;
}
