import { t } from '@lingui/core/macro';
import { assertNever } from '#core/base/assert.ts';

/** What can stand in the way of a yes, of passing something on, or of a referral. */
export type ConsentExplicable =
  | { readonly kind: 'LedgerBroken' | 'ExplanationMissing' | 'ConsentMissing' }
  | { readonly kind: 'CannotConsent'; readonly why: CannotDecide };

type CannotDecide =
  'ask-again-later' | 'adult-decides' | 'may-be-involved' | 'young-person-decides' | 'child-path';

const kinds: readonly string[] = [
  'LedgerBroken',
  'ExplanationMissing',
  'ConsentMissing',
  'CannotConsent',
] satisfies readonly ConsentExplicable['kind'][];

export function isAboutConsent(error: { readonly kind: string }): error is ConsentExplicable {
  return kinds.includes(error.kind);
}

export function explainConsent(error: ConsentExplicable) {
  switch (error.kind) {
    case 'ConsentMissing':
      return {
        title: t`There is nothing the person has agreed to pass on to this helper.`,
        next: t`No sheet was made. Ask the person again, if they want that.`,
      };
    case 'LedgerBroken':
      return {
        title: t`The record of what the person agreed to was changed from outside.`,
        next: t`Nothing is passed on from it. What stands in it is kept. Tell the safeguarding lead.`,
      };
    case 'ExplanationMissing':
      return {
        title: t`A yes needs the explanation first.`,
        next: t`Nothing was recorded. Go back one step and explain what this helper would change.`,
      };
    case 'CannotConsent':
      return { title: t`This yes would not count.`, next: explainDecider(error.why) };
    default:
      return assertNever(error);
  }
}

export function explainDecider(why: CannotDecide): string {
  switch (why) {
    case 'ask-again-later':
      return t`Wait, find an interpreter or a quieter moment, and ask again. Nothing is passed on until then.`;
    case 'adult-decides':
      return t`An adult decides alone. Nobody can say yes for them.`;
    case 'may-be-involved':
      return t`Somebody who may be part of the harm cannot decide for the person. Take the path for children of this country.`;
    case 'young-person-decides':
      return t`At this age the young person says yes or no. Ask them, alone.`;
    case 'child-path':
      return t`The person is under 18, or may be. Take the path for children of this country.`;
    default:
      return assertNever(why);
  }
}
