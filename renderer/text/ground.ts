import { t } from '@lingui/core/macro';
import { assertNever } from '#core/base/assert.ts';

/** A ground in words that a bystander learns nothing from. */
export function groundName(
  kind: 'danger-to-life' | 'child' | 'legal-duty' | 'reported-missing',
): string {
  switch (kind) {
    case 'danger-to-life':
      return t`Danger to life`;
    case 'child':
      return t`A child`;
    case 'legal-duty':
      return t`A duty by law`;
    case 'reported-missing':
      return t`Reported missing`;
    default:
      return assertNever(kind);
  }
}

export function standingName(
  standing: 'waits-for-second' | 'to-countersign' | 'overdue' | 'signed',
): string {
  switch (standing) {
    case 'waits-for-second':
      return t`waits for a second member`;
    case 'to-countersign':
      return t`to be signed within 24 hours`;
    case 'overdue':
      return t`signature overdue`;
    case 'signed':
      return t`signed by two`;
    default:
      return assertNever(standing);
  }
}
