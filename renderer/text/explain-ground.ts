import { t } from '@lingui/core/macro';
import { assertNever } from '#core/base/assert.ts';

/** What can stand in the way of passing something on without a yes, and of signing it. */
export type GroundExplicable =
  | {
      readonly kind:
        | 'GroundUnknown'
        | 'LawUnknown'
        | 'AnotherMustSign'
        | 'AlreadySigned'
        | 'SecondMemberMissing';
    }
  | { readonly kind: 'LawForbids'; readonly text: string; readonly confirmedBy: string };

const kinds: readonly string[] = [
  'GroundUnknown',
  'LawUnknown',
  'LawForbids',
  'AnotherMustSign',
  'AlreadySigned',
  'SecondMemberMissing',
] satisfies readonly GroundExplicable['kind'][];

export function isAboutGround(error: { readonly kind: string }): error is GroundExplicable {
  return kinds.includes(error.kind);
}

export function explainGround(error: GroundExplicable) {
  switch (error.kind) {
    case 'GroundUnknown':
      return {
        title: t`This note cannot be opened by you.`,
        next: t`Ask the colleague who wrote it, or the safeguarding lead.`,
      };
    case 'LawUnknown':
      return {
        title: t`Choose what it rests on.`,
        next: t`Nothing was recorded. Choose one of the statements about the law here.`,
      };
    case 'LawForbids':
      return {
        title: t`The law of this place says no.`,
        next: t`${error.confirmedBy} confirmed it here: “${error.text}” Nothing was recorded or passed on. You can ask an expert without a name. If a life is in danger, choose that: it is never stopped.`,
      };
    case 'AnotherMustSign':
      return {
        title: t`Somebody else signs this.`,
        next: t`You wrote it, so a colleague reads and signs it.`,
      };
    case 'AlreadySigned':
      return { title: t`This is signed already.`, next: t`Nothing more is needed.` };
    case 'SecondMemberMissing':
      return {
        title: t`A second member confirms first.`,
        next: t`Nothing was passed on. A colleague signs in, reads the note and signs it. If a life is in danger, begin again and choose that: you can then act at once.`,
      };
    default:
      return assertNever(error);
  }
}
