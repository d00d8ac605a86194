import { plural, t } from '@lingui/core/macro';
import { assertNever } from '#core/base/assert.ts';
import type { BackupProgress, Loss } from '#core/domain/backup.ts';

export function sayProgress(progress: BackupProgress): string {
  switch (progress.kind) {
    case 'idle':
      return '';
    case 'copying':
      return t`Copying …`;
    case 'checking':
      return t`Reading the copy back: ${progress.done} of ${progress.of}`;
    default:
      return assertNever(progress);
  }
}

/** What going back to a copy takes away, one line for each kind of work. */
export function sayLoss(loss: Loss): readonly string[] {
  switch (loss.kind) {
    case 'counted':
      return [
        plural(loss.encounters, {
          0: 'No whole visit',
          one: '# whole visit',
          other: '# whole visits',
        }),
        plural(loss.consentEntries, {
          0: 'No decision about what may be passed on',
          one: '# decision about what may be passed on',
          other: '# decisions about what may be passed on',
        }),
        plural(loss.saves, {
          0: 'No save in any visit',
          one: '# save in visits since then',
          other: '# saves in visits since then',
        }),
      ];
    case 'marked':
      return [
        plural(loss.saves, { 0: 'No save', one: '# save since then', other: '# saves since then' }),
        t`In how many visits, nobody can say: the records cannot be read.`,
      ];
    case 'uncountable':
      return [
        t`Everything since then. How much that is, nobody can say: the records cannot be read.`,
      ];
    default:
      return assertNever(loss);
  }
}
