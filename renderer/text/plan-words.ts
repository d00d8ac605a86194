import { t } from '@lingui/core/macro';
import { assertNever } from '#core/base/assert.ts';
import type { PlanPart } from '#core/pack/plan-choice.ts';

export function planPartWords(part: PlanPart): string {
  switch (part) {
    case 'ways-out':
      return t`Ways to get out`;
    case 'call':
      return t`Whom to call`;
    case 'carry':
      return t`What to take along`;
    case 'learn':
      return t`What to know without paper`;
    case 'danger-sign':
      return t`At a sign of danger`;
    default:
      return assertNever(part);
  }
}
