import { plural, t } from '@lingui/core/macro';
import { assertNever } from '#core/base/assert.ts';

/** What can stand in the way of adding, changing or removing a member. */
export type PeopleExplicable =
  | {
      readonly kind:
        'NameTaken' | 'OnYourself' | 'LastLead' | 'MemberUnknown' | 'AlreadySo' | 'LeadReadsAll';
    }
  | { readonly kind: 'HoldsCasesAlone' | 'HoldsMore'; readonly cases: number };

const kinds: readonly string[] = [
  'NameTaken',
  'OnYourself',
  'LastLead',
  'MemberUnknown',
  'AlreadySo',
  'LeadReadsAll',
  'HoldsCasesAlone',
  'HoldsMore',
] satisfies readonly PeopleExplicable['kind'][];

export function isAboutPeople(error: { readonly kind: string }): error is PeopleExplicable {
  return kinds.includes(error.kind);
}

export function explainPeople(error: PeopleExplicable) {
  switch (error.kind) {
    case 'NameTaken':
      return {
        title: t`Somebody here signs in with this name.`,
        next: t`Nobody was added. Choose another sign-in name.`,
      };
    case 'OnYourself':
      return {
        title: t`You cannot do this to yourself.`,
        next: t`Nothing was changed. Ask a colleague who may.`,
      };
    case 'LastLead':
      return {
        title: t`There would be no safeguarding lead left.`,
        next: t`Nothing was changed. Make somebody else a safeguarding lead first.`,
      };
    case 'MemberUnknown':
      return {
        title: t`This colleague does not work here any more.`,
        next: t`Nothing was changed.`,
      };
    case 'AlreadySo':
      return { title: t`It is so already.`, next: t`Nothing was changed.` };
    case 'LeadReadsAll':
      return {
        title: t`A safeguarding lead may open every visit here.`,
        next: t`Nothing was changed. The rule of this place says so.`,
      };
    case 'HoldsCasesAlone':
      return {
        title: t`${plural(error.cases, { one: '# case can', other: '# cases can' })} be opened by nobody else.`,
        next: t`Nothing was changed, so that nothing is lost. They hand these over first. Until then you can suspend them.`,
      };
    case 'HoldsMore':
      return {
        title: t`${plural(error.cases, { one: '# of their visits cannot', other: '# of their visits cannot' })} be opened by you.`,
        next: t`Nothing was changed, so that nothing is lost. Two recovery sheets let them in with everything they had: choose Forgotten password when you sign in.`,
      };
    default:
      return assertNever(error);
  }
}
