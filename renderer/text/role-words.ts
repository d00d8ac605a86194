import { t } from '@lingui/core/macro';
import { assertNever } from '#core/base/assert.ts';
import type { StaffState } from '#core/domain/people.ts';
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

/** What somebody in a role does here, in one line. */
export function explainRole(role: Role): string {
  switch (role) {
    case 'safeguarding-lead':
      return t`Answers for the visits and sets the rules`;
    case 'clinician':
      return t`Holds visits, and sees their own and what is shared with them`;
    case 'administrator':
      return t`Looks after people and the computer, and opens no visit`;
    default:
      return assertNever(role);
  }
}

/** How somebody who may not sign in stands. */
export function sayState(state: StaffState): string {
  switch (state) {
    case 'active':
      return t`may sign in`;
    case 'suspended':
      return t`suspended`;
    case 'removed':
      return t`no longer here`;
    default:
      return assertNever(state);
  }
}
