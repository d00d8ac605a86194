import { plural, t } from '@lingui/core/macro';

/** The last seconds before the screen closes, for the status line. */
export function sayClosing({
  to,
  seconds,
  isFinal,
}: {
  readonly to: 'cover' | 'lock';
  readonly seconds: number;
  readonly isFinal: boolean;
}): string {
  const left = plural(seconds, { one: '# second', other: '# seconds' });
  if (isFinal) return t`Long session: locks in ${left}. Everything typed is kept.`;
  return to === 'cover' ? t`Covers in ${left}` : t`Locks in ${left}`;
}
