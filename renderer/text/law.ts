import { t } from '@lingui/core/macro';
import { assertNever } from '#core/base/assert.ts';
import type { LegalStatement } from '#core/pack/jurisdiction.ts';

/** What a legal statement is about, as a heading. */
export function subjectName(subject: LegalStatement['subject']): string {
  switch (subject) {
    case 'adult-without-consent':
      return t`an adult who does not agree`;
    case 'minor':
      return t`under 18`;
    case 'age-in-doubt':
      return t`age in doubt`;
    case 'suspected-guardian':
      return t`a guardian who may be involved`;
    case 'life-in-danger':
      return t`life in danger`;
    case 'duty-to-report':
      return t`duty to report`;
    case 'who-may-refer':
      return t`who may refer`;
    case 'police':
      return t`the police`;
    case 'reflection-period':
      return t`time to think`;
    case 'own-consent-of-minor':
      return t`a young person's own agreement`;
    case 'status-and-residence':
      return t`status and residence`;
    case 'procedure':
      return t`the usual way`;
    default:
      return assertNever(subject);
  }
}

/** How sure the statement is. It is advice until the facility has had it confirmed. */
export function certaintyWords(certainty: LegalStatement['certainty']): string {
  switch (certainty) {
    case 'read':
      return t`Read in the source named. Have a lawyer of your country confirm it.`;
    case 'general':
      return t`Not verified. Have a lawyer of your country confirm it before you rely on it.`;
    case 'contradictory':
      return t`The sources disagree or are old. Have a lawyer of your country settle it.`;
    default:
      return assertNever(certainty);
  }
}

/** What the law does, in a word or two. */
export function ruleName(rule: LegalStatement['rule']): string {
  switch (rule) {
    case 'forbids':
      return t`forbids it`;
    case 'allows':
      return t`allows it`;
    case 'requires':
      return t`requires it`;
    case 'depends':
      return t`depends on the case`;
    case 'none-found':
      return t`says nothing that we found`;
    default:
      return assertNever(rule);
  }
}

/** That this place has had a statement confirmed, and whether it then stands in its own words. */
export function confirmedWords(on: string, isInOwnWords: boolean): string {
  return isInOwnWords
    ? t`In the words of this place, confirmed on ${on}.`
    : t`Confirmed by this place on ${on}.`;
}
