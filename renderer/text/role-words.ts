import { t } from '@lingui/core/macro';
import { assertNever } from '#core/base/assert.ts';
import type { Role } from '#core/domain/staff.ts';

export function sayRole(role: Role): string {
  switch (role) {
    case 'safeguarding-lead':
      return t`safeguarding lead`;
    case 'clinician':
      return t`clinician`;
    case 'administrator':
      return t`administrator`;
    default:
      return assertNever(role);
  }
}
