import { foldWord, wordsOf } from '#core/base/words.ts';
import { dateOf } from '#core/domain/calendar-date.ts';
import type { Instant } from '#core/base/capabilities.ts';
import type { Jurisdiction } from './jurisdiction.ts';
import { entriesOf, type Pack } from './pack.ts';
import { packFormat } from './manifest.ts';
import { isSameNumber } from './phone.ts';
import { type CircumstanceProblem, circumstanceProblems } from './check-circumstances.ts';
import { type RiskRuleProblem, riskRuleProblems } from './check-risk-rules.ts';
import { type DiscretionProblem, discretionProblems } from './check-discreet.ts';
import { type StaffBookProblem, staffBookProblems, staffTexts } from './staff-words.ts';
import { type PhraseProblem, phraseProblems } from './check-phrases.ts';

/** Something wrong in a pack that its schemas cannot see. `where` is the id of an entry. */
export type PackProblem =
  | PhraseProblem
  | DiscretionProblem
  | RiskRuleProblem
  | CircumstanceProblem
  | StaffBookProblem
  | { readonly kind: 'FormatTooNew'; readonly format: number; readonly readable: number }
  | { readonly kind: 'DoubleId'; readonly where: string }
  /** Nothing leads to it: no rule to an action, no entry to a work. */
  | { readonly kind: 'UnreachableEntry'; readonly where: string }
  /** A word to be found by that stands in no text for staff. */
  | { readonly kind: 'UnreachableEntry'; readonly file: string; readonly where: string }
  | { readonly kind: 'UnknownSource'; readonly where: string; readonly work: string }
  | { readonly kind: 'UnknownJurisdiction'; readonly where: string; readonly jurisdiction: string }
  | { readonly kind: 'PhoneDigitsDiffer'; readonly where: string }
  | { readonly kind: 'PhoneLengthWrong'; readonly where: string }
  | { readonly kind: 'ObsoleteNumber'; readonly where: string }
  | { readonly kind: 'UnknownForm'; readonly where: string; readonly form: string }
  | { readonly kind: 'DateInFuture'; readonly where: string; readonly date: string };

/** What is wrong with a pack, in the order of its files; an empty list means that it may be used. */
export function checkPack(pack: Pack, now: Instant): readonly PackProblem[] {
  return [
    ...formatProblems(pack),
    ...entryProblems(pack),
    ...phraseProblems(pack),
    ...contactProblems(pack),
    ...riskRuleProblems(pack.riskRules),
    ...circumstanceProblems(pack),
    ...discretionProblems(pack),
    ...staffBookProblems(pack),
    ...searchWordProblems(pack),
    ...dateProblems(pack, now),
  ];
}

function formatProblems({ manifest }: Pack): PackProblem[] {
  if (manifest.format <= packFormat) return [];
  return [{ kind: 'FormatTooNew', format: manifest.format, readable: packFormat }];
}

function entryProblems(pack: Pack): PackProblem[] {
  const statements = pack.jurisdictions.flatMap((place) => place.statements);
  const entries = [...entriesOf(pack), ...pack.instruments, ...statements];
  const ids: string[] = entries.map((entry) => entry.id);
  const works = new Set(pack.manifest.sources.map((source) => source.id));
  const forms = new Set(pack.forms.map((form) => form.id));
  const doubles = ids.filter((id, at) => ids.indexOf(id) !== at);
  return [
    ...doubles.map((where): PackProblem => ({ kind: 'DoubleId', where })),
    ...unreachable(pack).map((where): PackProblem => ({ kind: 'UnreachableEntry', where })),
    ...entries.flatMap((entry) =>
      entry.sources
        .filter(({ work }) => !works.has(work))
        .map(({ work }): PackProblem => ({ kind: 'UnknownSource', where: entry.id, work })),
    ),
    ...pack.indicators.flatMap(({ id, forms: named }) =>
      named
        .filter((form) => !forms.has(form))
        .map((form): PackProblem => ({ kind: 'UnknownForm', where: id, form })),
    ),
  ];
}

/** Everything else is read or searched list by list, and so reached by being there. */
function unreachable({ riskRules, manifest, ...lists }: Pack): readonly string[] {
  const named = new Set<string>(riskRules.rules.flatMap(({ actions }) => actions));
  const cited = new Set(worksIn([riskRules, lists]));
  return [
    ...riskRules.actions.map(({ id }) => id).filter((id) => !named.has(id)),
    ...manifest.sources.map(({ id }) => id).filter((id) => !cited.has(id)),
  ];
}

function worksIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    key === 'work' && typeof part === 'string' ? [part] : worksIn(part),
  );
}

function searchWordProblems(pack: Pack): PackProblem[] {
  const words = [...new Set(staffTexts(pack).flatMap(({ text }) => wordsOf(text).map(foldWord)))];
  return Object.keys(pack.searchWords.means)
    .filter((meant) => !words.some((word) => word.startsWith(foldWord(meant))))
    .map((where) => ({ kind: 'UnreachableEntry', file: 'search-words.yaml', where }));
}

function contactProblems(pack: Pack): PackProblem[] {
  const places = new Map<string, Jurisdiction>(
    pack.jurisdictions.map((place) => [place.id, place]),
  );
  const obsolete = new Set(pack.obsoleteContacts.map(({ e164 }) => e164));
  return pack.contacts.flatMap(({ id: where, jurisdiction, phone }) => {
    const place = places.get(jurisdiction);
    const problems: PackProblem[] = [];
    if (place === undefined) problems.push({ kind: 'UnknownJurisdiction', where, jurisdiction });
    if (phone === null) return problems;
    const rule = pack.phoneLengths[place?.parent ?? jurisdiction];
    const isRightLength =
      rule === undefined || isOfLength(phone.e164, rule.code, rule.min, rule.max);
    if (!isRightLength) problems.push({ kind: 'PhoneLengthWrong', where });
    if (!isSameNumber(phone.e164, phone.shown)) problems.push({ kind: 'PhoneDigitsDiffer', where });
    if (obsolete.has(phone.e164)) problems.push({ kind: 'ObsoleteNumber', where });
    return problems;
  });
}

function isOfLength(e164: string, code: string, min: number, max: number): boolean {
  const digits = e164.length - 1 - code.length;
  return e164.startsWith(`+${code}`) && digits >= min && digits <= max;
}

function dateProblems(pack: Pack, now: Instant): PackProblem[] {
  const today = dateOf(now);
  const dated = [
    { where: 'manifest', date: pack.manifest.date },
    ...pack.manifest.sources.map(({ id, checked }) => ({ where: id, date: checked })),
    ...pack.contacts.map(({ id, seenOn }) => ({ where: id, date: seenOn })),
    ...pack.jurisdictions.flatMap(({ statements }) =>
      statements.map(({ id, checked }) => ({ where: id, date: checked })),
    ),
  ];
  return dated
    .filter(({ date }) => date > today)
    .map(({ where, date }) => ({ kind: 'DateInFuture', where, date }));
}
