import { t } from '@lingui/core/macro';
import type { Prompt } from '#core/pack/entries.ts';

/** When a piece of advice is for, as a heading. */
export function momentName(moment: Prompt['moment']): string {
  const names: Readonly<Record<Prompt['moment'], string>> = {
    'being-alone': t`Being alone with the person`,
    'companion-present': t`While somebody is with them`,
    opening: t`Opening the talk`,
    'asking-about-danger': t`Asking about danger`,
    'talking-home': t`Home`,
    'talking-work': t`Work`,
    'talking-money': t`Money`,
    'talking-movement': t`Moving about`,
    'talking-contacts': t`People around them`,
    'talking-papers': t`Papers`,
    'talking-health': t`Health`,
    'danger-sign': t`A sign of danger`,
    'change-subject': t`Changing the subject`,
    calm: t`Keeping calm`,
    needs: t`What they need`,
    explaining: t`Explaining`,
    refusal: t`When they say no`,
    closing: t`Ending`,
    debrief: t`Afterwards`,
  };
  return names[moment];
}
