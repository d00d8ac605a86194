import { t } from '@lingui/core/macro';
import { assertNever } from '#core/base/assert.ts';

/** What can stand in the way of a referral that is under way. */
export type ReferralExplicable = {
  readonly kind:
    | 'ReferralUnknown'
    | 'MoveNotAllowed'
    | 'ChangedMeanwhile'
    | 'ContactDoubtful'
    | 'NothingToStop'
    | 'NothingToRecord';
};

const kinds: readonly string[] = [
  'ReferralUnknown',
  'MoveNotAllowed',
  'ChangedMeanwhile',
  'ContactDoubtful',
  'NothingToStop',
  'NothingToRecord',
] satisfies readonly ReferralExplicable['kind'][];

export function isAboutReferral(error: { readonly kind: string }): error is ReferralExplicable {
  return kinds.includes(error.kind);
}

export function explainReferral({ kind }: ReferralExplicable) {
  switch (kind) {
    case 'ReferralUnknown':
      return {
        title: t`This cannot be found any more.`,
        next: t`Nothing was changed. Go back and open it again.`,
      };
    case 'MoveNotAllowed':
      return {
        title: t`From where it stands it cannot go there.`,
        next: t`Nothing was changed. Choose one of the answers shown.`,
      };
    case 'ChangedMeanwhile':
      return {
        title: t`A colleague went on meanwhile.`,
        next: t`What they wrote stands above; what you typed is still below, and nothing was overwritten. Read theirs, then write yours down if it is still true.`,
      };
    case 'ContactDoubtful':
      return {
        title: t`A number or place may belong to the people they fear.`,
        next: t`Nothing was passed on. Plan another way with the person, and ask again.`,
      };
    case 'NothingToRecord':
      return {
        title: t`There is nothing to write down yet.`,
        next: t`Nothing was decided that this paper could say.`,
      };
    case 'NothingToStop':
      return {
        title: t`The helper was never told anything.`,
        next: t`There is nothing to stop, and no notice is needed.`,
      };
    default:
      return assertNever(kind);
  }
}
