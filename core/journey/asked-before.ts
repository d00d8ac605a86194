import type { AskedSubject, VisitSummary } from '#core/domain/case-page.ts';

/** How often a subject was asked about, and when and at which visit last (R55). */
export type AskedBefore = {
  readonly subject: AskedSubject;
  readonly times: number;
  readonly last: VisitSummary;
};

/** @param visits the latest first */
export function askedBefore(visits: readonly VisitSummary[]): readonly AskedBefore[] {
  const subjects = [...new Set(visits.flatMap(({ asked }) => asked))];
  return subjects.flatMap((subject) => {
    const at = visits.filter(({ asked }) => asked.includes(subject));
    const [last] = at;
    return last === undefined ? [] : [{ subject, times: at.length, last }];
  });
}
