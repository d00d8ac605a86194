import { t } from '@lingui/core/macro';
import { assertNever } from '#core/base/assert.ts';

/** What can stand in the way of opening a case or of adding to it. */
export type CaseExplicable =
  | { readonly kind: 'CaseUnknown' | 'VisitStillOpen' }
  | { readonly kind: 'VisitOfColleague'; readonly colleague: string };

const kinds: readonly string[] = [
  'CaseUnknown',
  'VisitStillOpen',
  'VisitOfColleague',
] satisfies readonly CaseExplicable['kind'][];

export function isAboutCase(error: { readonly kind: string }): error is CaseExplicable {
  return kinds.includes(error.kind);
}

export function explainCase(error: CaseExplicable) {
  switch (error.kind) {
    case 'CaseUnknown':
      return {
        title: t`These visits cannot be opened.`,
        next: t`They were given to other members, or erased. Ask the safeguarding lead.`,
      };
    case 'VisitStillOpen':
      return {
        title: t`This visit is still open.`,
        next: t`Nothing was added. Go on with the visit and change it there.`,
      };
    case 'VisitOfColleague':
      return {
        title: t`${error.colleague} has this visit open.`,
        next: t`Nothing of it was changed. Ask ${error.colleague} to close it, or begin a visit of your own.`,
      };
    default:
      return assertNever(error);
  }
}
