import { assertNever } from '#core/base/assert.ts';
import { AfterStep, type VisitDraft, type VisitStep } from '#core/domain/encounter.ts';
import { askedAnew } from '#core/domain/outcome.ts';
import { type MissingAfter, missingAfter, stepsAfter } from './after-decision.ts';
import { withAgeKept } from './deciding.ts';

/** Everything of a draft that is an answer rather than a place. */
export type VisitAnswers = Omit<VisitDraft, 'step'>;

export type VisitEvent =
  | { readonly kind: 'Answered'; readonly answers: Partial<VisitAnswers> }
  | { readonly kind: 'WentOn' }
  | { readonly kind: 'WentBack' }
  /** To the next step that cannot be left out; when there is none, to the last. */
  | { readonly kind: 'SkippedAhead' };

/** What a step still needs before the visit can go on. Everything else may be left out. */
export type MissingAnswer = 'danger' | 'outcome' | MissingAfter;

const beforeTheDecision: readonly VisitStep[] = [
  'openness',
  'person',
  'in-the-room',
  'danger',
  'own-view',
  'risk',
  'risk-level',
  'talk',
  'signs',
  'condition',
  'needs',
  'options',
  'decision',
];

export const firstStep: VisitStep = 'openness';

/** Whatever was decided, these come before the sheets (R127). */
const beforeTheSheets: readonly VisitStep[] = ['plan', 'follow-up', 'safe-contact', 'record'];

/** The steps of this visit, first to last, as far as the answers given so far determine them. */
export function routeOf(answers: Pick<VisitDraft, 'outcome'>): readonly VisitStep[] {
  const after = stepsAfter(answers.outcome);
  return [
    ...beforeTheDecision,
    ...after.filter((step) => step !== 'sheets'),
    ...(after.includes('sheets') ? [...beforeTheSheets, 'sheets' as const] : []),
  ];
}

/** What the present step still lacks, or undefined when the visit can go on from it. */
export function missingAt(draft: VisitDraft): MissingAnswer | undefined {
  return missingFrom(draft, draft.step);
}

function missingFrom(
  { danger, outcome }: VisitAnswers,
  step: VisitStep,
): MissingAnswer | undefined {
  if (step === 'danger') return danger.threatNow === 'not-asked' ? 'danger' : undefined;
  if (step === 'decision') return outcome.kind === 'undecided' ? 'outcome' : undefined;
  const after = AfterStep.safeParse(step);
  return after.success ? missingAfter(outcome, after.data) : undefined;
}

/** Where the visit stands after an event. Total: an event that does not fit leaves the draft as it is. */
export function stepVisit(draft: VisitDraft, event: VisitEvent): VisitDraft {
  switch (event.kind) {
    case 'Answered':
      return settle(withAgeKept(draft, explainedAnew(draft, { ...draft, ...event.answers })));
    case 'WentOn':
      return missingAt(draft) === undefined ? { ...draft, step: neighbour(draft, 1) } : draft;
    case 'WentBack':
      return { ...draft, step: neighbour(draft, -1) };
    case 'SkippedAhead':
      return missingAt(draft) === undefined ? { ...draft, step: nextThatIsNeeded(draft) } : draft;
    default:
      return assertNever(event);
  }
}

/** The draft at the question what the person wants, with no answer to it: what was decided was taken back. */
export function withoutDecision(draft: VisitDraft): VisitDraft {
  return withAgeKept(draft, { ...draft, outcome: { kind: 'undecided' }, step: 'decision' });
}

/**
 * What was explained was said in one language and with what was known then. In another language all
 * of it is said and asked again; with something else known, it is said again, and its marks are kept.
 */
function explainedAnew(before: VisitDraft, draft: VisitDraft): VisitDraft {
  const { outcome, language, circumstances } = draft;
  if (outcome.kind !== 'refer' || outcome.talk.explainedAt === null) return draft;
  if (before.language !== language) return { ...draft, outcome: askedAnew(outcome) };
  if (before.circumstances.join() === circumstances.join()) return draft;
  return { ...draft, outcome: { ...outcome, talk: { ...outcome.talk, explainedAt: null } } };
}

/**
 * An answer changed after the fact can take the present step off the route, or take away
 * what an earlier step must have: the visit then goes back to where that is mended.
 */
function settle(draft: VisitDraft): VisitDraft {
  const route = routeOf(draft);
  const at = route.indexOf(draft.step);
  if (at < 0) return { ...draft, step: 'decision' };
  const lacking = route.slice(0, at).find((step) => missingFrom(draft, step) !== undefined);
  return lacking === undefined ? draft : { ...draft, step: lacking };
}

function neighbour(draft: VisitDraft, distance: 1 | -1): VisitStep {
  const route = routeOf(draft);
  const at = route.indexOf(draft.step);
  // A step that a changed decision has taken off the route leads back to the decision.
  return at < 0 ? 'decision' : (route[at + distance] ?? draft.step);
}

function nextThatIsNeeded(draft: VisitDraft): VisitStep {
  const route = routeOf(draft);
  const ahead = route.slice(route.indexOf(draft.step) + 1);
  const needed = ahead.find((step) => missingFrom(draft, step) !== undefined);
  return needed ?? route.at(-1) ?? draft.step;
}
