import { t } from '@lingui/core/macro';
import { assertNever } from '#core/base/assert.ts';

/** What a fact is about that could help to find somebody. */
export function missingLabel(
  key:
    | 'height'
    | 'age'
    | 'nationality'
    | 'hairAndEyes'
    | 'features'
    | 'clothes'
    | 'languages'
    | 'places',
): string {
  switch (key) {
    case 'height':
      return t`Height`;
    case 'age':
      return t`Age`;
    case 'nationality':
      return t`Nationality`;
    case 'hairAndEyes':
      return t`Hair and eyes`;
    case 'features':
      return t`Scars, tattoos or other marks`;
    case 'clothes':
      return t`Usual clothes`;
    case 'languages':
      return t`Languages`;
    case 'places':
      return t`Where they might be`;
    default:
      return assertNever(key);
  }
}
