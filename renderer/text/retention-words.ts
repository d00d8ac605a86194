import { plural, t } from '@lingui/core/macro';
import { assertNever } from '#core/base/assert.ts';
import type { DueErasure, HoldReason, RecordKind } from '#core/domain/retention.ts';

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
export function sayCopiesHold({
  copies,
  until,
}: {
  readonly copies: number;
  readonly until: string | null;
}): string {
  if (until === null) return t`No copy in the folder for copies can still hold a case.`;
  return t`${plural(copies, { one: '# copy', other: '# copies' })} in the folder for copies can still hold a case that is erased today, at the latest until ${until.slice(0, 10)} while a copy is made every day. Copies elsewhere hold it until somebody destroys them.`;
}
