import { plural, t } from '@lingui/core/macro';
import { assertNever } from '#core/base/assert.ts';
import type { AuditEvent } from '#core/domain/audit-entry.ts';

/** What the program found by itself, at the desk of whoever was signed in. */
export type WarningEvent = Extract<
  AuditEvent,
  {
    kind:
      | 'unlock-failed'
      | 'backup-failed'
      | 'records-older'
      | 'records-replaced'
      | 'mark-missing'
      | 'mark-damaged'
      | 'record-refused'
      | 'clock-jumped';
  }
>;

export function sayWarning(event: WarningEvent): string {
  switch (event.kind) {
    case 'unlock-failed':
      return t`${plural(event.count, { one: '# wrong try', other: '# wrong tries' })} to sign in since the last sign-in`;
    case 'backup-failed':
      return t`a copy of the records could not be made`;
    case 'records-older':
      return t`the records are an older state: ${plural(event.missingSaves, { one: '# save is', other: '# saves are' })} missing, after line ${event.markedPosition - event.missingEntries}`;
    case 'records-replaced':
      return t`the records are not those of the last time: line ${event.markedPosition} is another one`;
    case 'mark-missing':
      return t`the note beside the records is missing, by which an older state is told`;
    case 'mark-damaged':
      return t`the note beside the records is damaged, by which an older state is told`;
    case 'record-refused':
      return t`a record was not the one that was saved last, and was not shown`;
    case 'clock-jumped':
      return event.direction === 'behind'
        ? t`the clock of this computer was behind (${event.clock.slice(0, 10)})`
        : t`the clock of this computer was far ahead (${event.clock.slice(0, 10)})`;
    default:
      return assertNever(event);
  }
}
