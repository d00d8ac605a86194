import { assertNever } from '#core/base/assert.ts';
import type { AfterStep } from '#core/domain/encounter.ts';
import type { Outcome } from '#core/domain/outcome.ts';

// Everything behind the decision: which steps an outcome leads through and what each of them
// needs. The visit before it is core/journey/visit.ts.

/** What a step after the decision still needs. Everything else may be left out. */
export type MissingAfter =
  'recipient' | 'hand-over' | 'explanation' | 'someone-who-can-decide' | 'card';

/** The steps an outcome leads through, first to last. */
export function stepsAfter(outcome: Outcome): readonly AfterStep[] {
  switch (outcome.kind) {
    case 'undecided':
      return [];
    case 'refer':
      return ['deciding', 'recipient', 'explain', 'consent', 'first-call', 'sheets'];
    case 'cannot-refer':
      return ['stay-in-touch', 'sheets'];
    case 'declined':
      return ['hand-over', 'sheets'];
    default:
      return assertNever(outcome);
  }
}

/**
 * What a step lacks, or undefined when the visit can go on from it.
 *
 * A step of deciding lacks nothing that depends on the country: the screen says where a yes
 * would not count, and the main process refuses it (`cannotDecide`).
 */
export function missingAfter(outcome: Outcome, step: AfterStep): MissingAfter | undefined {
  switch (step) {
    case 'deciding':
      return outcome.kind === 'refer' && outcome.talk.decidedBy.capacity === 'not-now'
        ? 'someone-who-can-decide'
        : undefined;
    case 'recipient':
      return outcome.kind === 'refer' && outcome.recipient === null ? 'recipient' : undefined;
    case 'explain':
      return outcome.kind === 'refer' && outcome.talk.explainedAt === null
        ? 'explanation'
        : undefined;
    case 'hand-over':
      return outcome.kind === 'declined' && outcome.handOver === null ? 'hand-over' : undefined;
    case 'stay-in-touch':
      return outcome.kind === 'cannot-refer' && outcome.card === null ? 'card' : undefined;
    case 'consent':
    case 'first-call':
    case 'sheets':
      return undefined;
    default:
      return assertNever(step);
  }
}
