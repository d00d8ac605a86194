import { CircumstancePoint } from './circumstance.ts';
import type { Pack } from './pack.ts';

export type CircumstanceProblem =
  /** A circumstance or a law names a sign, a fact, a phrase or a circumstance that is not there. */
  | { readonly kind: 'UnknownLink'; readonly where: string; readonly link: string }
  /** Where nothing is known about a point, nobody would be told what to ask. */
  | { readonly kind: 'PointWithoutQuestion'; readonly where: string };

/** What is wrong with the circumstances, and with the law that names them. */
export function circumstanceProblems(pack: Pack): readonly CircumstanceProblem[] {
  const { questions, known } = pack.circumstances;
  const there = new Set<string>([
    ...known.map(({ id }) => id),
    ...pack.indicators.map(({ id }) => id),
    ...pack.riskRules.facts.map(({ id }) => id),
    ...Object.keys(pack.phraseBooks[0]?.phrases ?? {}),
  ]);
  const links: readonly (readonly [string, readonly string[]])[] = [
    ...known.map(
      ({ id, signs = [], facts = [], changes }) =>
        [id, [...signs, ...facts, ...changes.flatMap(({ options = [] }) => options)]] as const,
    ),
    ...pack.jurisdictions.flatMap(({ statements }) =>
      statements.map(({ id, about = [] }) => [id, about] as const),
    ),
  ];
  return [
    ...links.flatMap(([where, named]) =>
      named
        .filter((link) => !there.has(link))
        .map((link) => ({ kind: 'UnknownLink' as const, where, link })),
    ),
    ...CircumstancePoint.options
      .filter((point) => !questions.some((question) => question.point === point))
      .map((where) => ({ kind: 'PointWithoutQuestion' as const, where })),
  ];
}
