import { t } from '@lingui/core/macro';
import { assertNever } from '#core/base/assert.ts';
import type { Setting } from '#core/domain/setting.ts';
import type { Prompt } from '#core/pack/entries.ts';

export function settingName(setting: Setting): string {
  switch (setting) {
    case 'any':
      return t`Any place`;
    case 'emergency':
      return t`Emergency care`;
    case 'maternity':
      return t`Maternity care`;
    case 'general-practice':
      return t`General practice`;
    case 'sexual-health':
      return t`Sexual health`;
    case 'social-work':
      return t`Social work`;
    case 'dental':
      return t`Dental care`;
    case 'mental-health':
      return t`Mental health`;
    default:
      return assertNever(setting);
  }
}

/** The side of everyday life that questions are about, as a heading. */
export function sideName(moment: Prompt['moment']): string {
  switch (moment) {
    case 'talking-home':
      return t`Home`;
    case 'talking-work':
      return t`Work`;
    case 'talking-money':
      return t`Money`;
    case 'talking-movement':
      return t`Coming and going`;
    case 'talking-contacts':
      return t`People and telephone`;
    case 'talking-papers':
      return t`Papers`;
    case 'talking-health':
      return t`Health`;
    default:
      return t`To begin with`;
  }
}
