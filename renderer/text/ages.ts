import { t } from '@lingui/core/macro';
import type { Instrument } from '#core/pack/instrument.ts';

/** For which ages a questionnaire was made. */
export function ageWords({ min, max }: Instrument['ageRange']): string {
  if (min === null) return max === null ? t`Any age` : t`Up to ${max} years`;
  return max === null ? t`From ${min} years` : t`From ${min} to ${max} years`;
}
