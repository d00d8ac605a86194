import { t } from '@lingui/core/macro';
import { assertNever } from '#core/base/assert.ts';
import type { ExplainedPoint } from '#core/domain/consent.ts';

/** What can stand in the way of a yes, of passing something on, or of a referral. */
export type ConsentExplicable =
  | { readonly kind: 'LedgerBroken' | 'ExplanationMissing' | 'ConsentMissing' }
  | { readonly kind: 'NotUnderstood'; readonly points: readonly ExplainedPoint[] }
  | { readonly kind: 'CannotConsent'; readonly why: CannotDecide };

type CannotDecide =
  'ask-again-later' | 'adult-decides' | 'may-be-involved' | 'young-person-decides' | 'child-path';

const kinds: readonly string[] = [
  'LedgerBroken',
  'ExplanationMissing',
  'NotUnderstood',
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
        next: t`Nothing was recorded. Explain what this helper would change, and ask again.`,
      };
    case 'NotUnderstood':
      return {
        title: t`The person did not understand ${error.points.map(pointName).join(', ')}.`,
        next: t`Nothing was recorded. Say it in other words, and ask again.`,
      };
    case 'CannotConsent':
      return { title: t`This yes would not count.`, next: explainDecider(error.why) };
    default:
      return assertNever(error);
  }
}

/** What nobody can agree without, as it stands in a sentence. */
function pointName(point: ExplainedPoint): string {
  switch (point) {
    case 'what-they-ask':
      return t`what the helper would do`;
    case 'whom-they-tell':
      return t`whom the helper must tell`;
    case 'no-promise':
      return t`what nobody can promise`;
    case 'take-back':
      return t`that a yes can be taken back`;
    default:
      return t`what was explained`;
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
      return t`The person is under 18, or may be. Take the path for children of this country, or ask a guardian or a representative who has no part in the harm.`;
    default:
      return assertNever(why);
  }
}
