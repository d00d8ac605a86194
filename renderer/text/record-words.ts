import { t } from '@lingui/core/macro';
import { assertNever } from '#core/base/assert.ts';
import type { SensitiveItem } from '#core/domain/ordinary-record.ts';

export function sensitiveWords(item: SensitiveItem): string {
  switch (item) {
    case 'subject':
      return t`What the visit was about`;
    case 'level':
      return t`How pressing it is`;
    case 'names':
      return t`Names of other people`;
    case 'addresses':
      return t`Addresses`;
    case 'status':
      return t`Residence status`;
    case 'codes':
      return t`Codes that name what was done to them`;
    default:
      return assertNever(item);
  }
}
