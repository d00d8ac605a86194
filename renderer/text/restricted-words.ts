import { t } from '@lingui/core/macro';
import { assertNever } from '#core/base/assert.ts';

export function aboutWords(
  about: 'person' | 'companion' | 'interpreter' | 'somebody-else',
): string {
  switch (about) {
    case 'person':
      return t`the person themselves`;
    case 'companion':
      return t`whoever came along`;
    case 'interpreter':
      return t`the interpreter`;
    case 'somebody-else':
      return t`somebody else who was there`;
    default:
      return assertNever(about);
  }
}

export function presentStateWords(
  state: 'wondered' | 'checked-and-dropped' | 'checked-and-open',
): string {
  switch (state) {
    case 'wondered':
      return t`wondered, not checked yet`;
    case 'checked-and-dropped':
      return t`checked, and dropped`;
    case 'checked-and-open':
      return t`checked, and still open`;
    default:
      return assertNever(state);
  }
}
