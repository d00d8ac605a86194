import { t } from '@lingui/core/macro';
import { assertNever } from '#core/base/assert.ts';

type RiskLevel = 'act-now' | 'today' | 'soon' | 'door-open';

export function levelWords(level: RiskLevel): string {
  switch (level) {
    case 'act-now':
      return t`Act now`;
    case 'today':
      return t`Today`;
    case 'soon':
      return t`Soon`;
    case 'door-open':
      return t`Keep the door open`;
    default:
      return assertNever(level);
  }
}

export function whoWords(who: 'whoever-is-there' | 'clinician' | 'safeguarding-lead'): string {
  switch (who) {
    case 'whoever-is-there':
      return t`whoever is there`;
    case 'clinician':
      return t`you`;
    case 'safeguarding-lead':
      return t`the safeguarding lead`;
    default:
      return assertNever(who);
  }
}

export function ratingWords(
  rating: 'not-asked' | 'safe' | 'worried' | 'afraid' | 'would-not-say',
): string {
  switch (rating) {
    case 'not-asked':
      return t`not asked`;
    case 'safe':
      return t`feels safe`;
    case 'worried':
      return t`is worried`;
    case 'afraid':
      return t`is afraid`;
    case 'would-not-say':
      return t`would rather not say`;
    default:
      return assertNever(rating);
  }
}

export function knownWords(known: 'yes' | 'no' | 'unsure' | 'not-assessed'): string {
  switch (known) {
    case 'yes':
      return t`yes`;
    case 'no':
      return t`no`;
    case 'unsure':
      return t`not sure`;
    case 'not-assessed':
      return t`not assessed`;
    default:
      return assertNever(known);
  }
}
