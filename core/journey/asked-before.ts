import type { AskedSubject, VisitSummary } from '#core/domain/case-page.ts';
import type { VisitStep } from '#core/domain/encounter.ts';

/** How often something was asked, and at which visit last (R55). */
export type AskedTimes<Asked, Visit> = {
  readonly asked: Asked;
  readonly times: number;
  readonly last: Visit;
};

/** @param visits the latest first */
export function timesAsked<Asked, Visit>(
  visits: readonly Visit[],
  askedAt: (visit: Visit) => readonly Asked[],
): readonly AskedTimes<Asked, Visit>[] {
  const found = new Map<Asked, { times: number; readonly last: Visit }>();
  for (const visit of visits)
    for (const asked of new Set(askedAt(visit))) {
      const known = found.get(asked);
      if (known === undefined) found.set(asked, { times: 1, last: visit });
      else known.times += 1;
    }
  return [...found].map(([asked, { times, last }]) => ({ asked, times, last }));
}

/** The same of visits in one line. */
function subjectsAsked(
  visits: readonly VisitSummary[],
): readonly AskedTimes<AskedSubject, VisitSummary>[] {
  return timesAsked(visits, ({ asked }) => asked);
}

/**
 * The same by the visit at which it was asked last, the latest first: for whoever has half a minute.
 */
export function askedByVisit(visits: readonly VisitSummary[]): readonly {
  readonly visit: VisitSummary;
  readonly subjects: readonly { readonly asked: AskedSubject; readonly times: number }[];
}[] {
  const asked = subjectsAsked(visits);
  return visits
    .map((visit) => ({ visit, subjects: asked.filter(({ last }) => last === visit) }))
    .filter(({ subjects }) => subjects.length > 0);
}

/** What a step asks about: the subjects that are shown on it as asked before, before it asks again. */
export const subjectsOfStep: Readonly<Partial<Record<VisitStep, readonly AskedSubject[]>>> = {
  danger: ['danger-now', 'safe-tonight', 'others-at-risk'],
  'own-view': ['own-view'],
  risk: ['what-bears-on-it'],
  talk: ['open-questions'],
  signs: ['signs'],
  condition: ['condition'],
  needs: ['needs'],
  deciding: ['who-decides'],
  'safe-contact': ['safe-contact'],
};
