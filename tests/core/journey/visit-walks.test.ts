import { describe, expect, test } from 'vitest';
import { emptyDraft, VisitDraft, VisitStep } from '#core/domain/encounter.ts';
import { noDangerAsked } from '#core/domain/safety.ts';
import { newOutcome, Outcome } from '#core/domain/outcome.ts';
import { firstStep, missingAt, routeOf, stepVisit } from '#core/journey/visit.ts';
import { english, helper, now } from '../../support/core.ts';
import {
  type Alphabet,
  anythingAnywhere,
  asTheScreensOffer,
  canReach,
  inTheTalk,
  keyOf,
  onlyWhatIsDemanded,
  type Walk,
  walkEverywhere,
} from './walk.ts';

const walks = {
  'as the screens offer it': walkEverywhere(asTheScreensOffer),
  'through every answer of the talk': walkEverywhere(inTheTalk),
  'with any answer at any step': walkEverywhere(anythingAnywhere),
} as const;
const screens = walks['as the screens offer it'];

function drafts(walk: Walk): readonly VisitDraft[] {
  return [...walk.values()].map(({ draft }) => draft);
}

/** Whether the visit has the ending its sheets need. */
function hasEnding({ outcome }: VisitDraft): boolean {
  return (
    (outcome.kind === 'refer' &&
      outcome.recipient !== null &&
      outcome.talk.explainedAt !== null &&
      outcome.talk.decidedBy.capacity !== 'not-now') ||
    (outcome.kind === 'cannot-refer' && outcome.card !== null) ||
    (outcome.kind === 'declined' && outcome.handOver !== null)
  );
}

/** The outcome of the draft with what it still lacks. */
function ending({ outcome }: VisitDraft): Outcome {
  if (outcome.kind === 'cannot-refer') return { ...outcome, card: 'nothing' };
  if (outcome.kind !== 'refer')
    return Outcome.parse({ ...newOutcome('declined'), handOver: 'nothing' });
  const decidedBy = { ...outcome.talk.decidedBy, capacity: 'presumed' as const };
  return { ...outcome, recipient: helper, talk: { ...outcome.talk, decidedBy, explainedAt: now } };
}

function endsIn(kind: 'refer' | 'cannot-refer' | 'declined') {
  return (draft: VisitDraft) => draft.step === 'sheets' && draft.outcome.kind === kind;
}

/** The first drafts that break a rule, few enough to read. */
function breaking(walk: Walk, isFine: (draft: VisitDraft) => boolean): readonly VisitDraft[] {
  return drafts(walk)
    .filter((draft) => !isFine(draft))
    .slice(0, 2);
}

test('a visit can from everywhere still end with an ordinary next appointment', () => {
  const walk = walks['through every answer of the talk'];
  const ends = canReach(
    walk,
    ({ step, followUp }) => step === 'sheets' && followUp.kind !== 'not-asked',
  );
  expect(breaking(walk, (draft) => ends.has(keyOf(draft)))).toEqual([]);
});

describe.each(Object.entries(walks))('a walker that takes every route, %s', (_name, walk) => {
  test('comes to thousands of drafts and to every step', () => {
    expect(walk.size).toBeGreaterThan(2_000);
    expect(new Set(drafts(walk).map(({ step }) => step))).toEqual(new Set(VisitStep.options));
  });

  test('finds only drafts that can be stored', () => {
    const unstorable = drafts(walk).filter((draft) => !VisitDraft.safeParse(draft).success);
    expect(unstorable).toEqual([]);
  });

  test('can from everywhere still end in a refusal and in a referral', () => {
    const toRefusal = canReach(walk, endsIn('declined'));
    const toReferral = canReach(walk, endsIn('refer'));
    const toFollowUp = canReach(walk, endsIn('cannot-refer'));
    expect(breaking(walk, (draft) => toFollowUp.has(keyOf(draft)))).toEqual([]);
    expect(breaking(walk, (draft) => toRefusal.has(keyOf(draft)))).toEqual([]);
    expect(breaking(walk, (draft) => toReferral.has(keyOf(draft)))).toEqual([]);
  });

  test('never loses or changes an answer by going on or back', () => {
    const moved = drafts(walk).flatMap((draft) =>
      (['WentOn', 'WentBack', 'SkippedAhead'] as const).map((kind) => ({
        draft,
        after: stepVisit(draft, { kind }),
      })),
    );
    const changed = moved.filter(
      ({ draft, after }) => keyOf({ ...after, step: draft.step }) !== keyOf(draft),
    );
    expect(moved).toHaveLength(walk.size * 3);
    expect(changed).toEqual([]);
  });

  test('is held up by nothing but danger, outcome, recipient and hand-over', () => {
    // Given every draft before the sheets at which going on does not go on
    const held = drafts(walk).filter(
      (draft) =>
        draft.step !== 'sheets' && keyOf(stepVisit(draft, { kind: 'WentOn' })) === keyOf(draft),
    );
    // When each is given those four and nothing else
    const given = held.map((draft) => ({
      ...draft,
      danger: { ...draft.danger, threatNow: 'unsure' as const },
      outcome: ending(draft),
    }));
    // Then something was missing from each, and from none any longer
    expect(held.length).toBeGreaterThan(0);
    expect(held.filter((draft) => missingAt(draft) === undefined)).toEqual([]);
    expect(given.filter((draft) => missingAt(draft) !== undefined)).toEqual([]);
  });

  test('skips ahead to what is needed next, and past nothing that is', () => {
    const skipped = drafts(walk)
      .filter((draft) => missingAt(draft) === undefined && draft.outcome.kind !== 'undecided')
      .map((draft) => ({ draft, after: stepVisit(draft, { kind: 'SkippedAhead' }) }));
    const wrong = skipped.filter(({ draft, after }) => {
      const route = routeOf(draft);
      const passed = route.slice(route.indexOf(draft.step), route.indexOf(after.step));
      return (
        passed.some((step) => missingAt({ ...draft, step }) !== undefined) ||
        (missingAt(after) === undefined && after.step !== 'sheets')
      );
    });
    expect(skipped.length).toBeGreaterThan(100);
    expect(wrong.slice(0, 2)).toEqual([]);
  });

  test('never stands at the sheets of a visit without an ending', () => {
    expect(breaking(walk, (draft) => draft.step !== 'sheets' || hasEnding(draft))).toEqual([]);
  });

  test('never stands beside the route, where neither on nor back is the next step', () => {
    expect(breaking(walk, (draft) => routeOf(draft).includes(draft.step))).toEqual([]);
  });
});

describe('a walker that goes back', () => {
  test('and on again from any step stands where it stood, with every answer', () => {
    // Given every draft with a step before it
    const later = drafts(screens).filter(({ step }) => step !== firstStep);
    // When
    const returned = later.map((draft) =>
      stepVisit(stepVisit(draft, { kind: 'WentBack' }), { kind: 'WentOn' }),
    );
    // Then
    expect(later.length).toBeGreaterThan(1_000);
    expect(returned.map(keyOf)).toEqual(later.map(keyOf));
  });

  test('all the way to the first step loses nothing and finds the way to its step again', () => {
    const ends = drafts(screens).filter(({ step }) => step === 'sheets');
    expect(ends.length).toBeGreaterThan(100);
    for (const draft of ends) {
      const back = routeOf(draft).reduce((at) => stepVisit(at, { kind: 'WentBack' }), draft);
      expect(back).toEqual({ ...draft, step: firstStep });
      const again = routeOf(draft).reduce((at) => stepVisit(at, { kind: 'WentOn' }), back);
      expect(again).toEqual(draft);
    }
  });

  test('stays at the first step', () => {
    const draft = emptyDraft(english);
    expect(stepVisit(draft, { kind: 'WentBack' })).toEqual(draft);
  });
});

describe('a walker that gives only what is demanded', () => {
  const walk = walkEverywhere(onlyWhatIsDemanded);

  test('reaches the sheets of a refusal and of a referral with everything else left out', () => {
    const ends = drafts(walk).filter(({ step }) => step === 'sheets');
    expect(new Set(ends.map(({ outcome }) => outcome.kind))).toEqual(
      new Set(['refer', 'cannot-refer', 'declined']),
    );
    for (const { step: _step, outcome: _outcome, danger, ...rest } of ends) {
      const { step: _first, outcome: _none, danger: _unasked, ...untouched } = emptyDraft(english);
      expect(rest).toEqual(untouched);
      expect(danger).toEqual({ ...noDangerAsked, threatNow: 'unsure' });
    }
  });

  test.each<[string, Alphabet]>([
    ['danger', (draft) => (draft.step === 'danger' ? [] : onlyWhatIsDemanded(draft))],
    ['decision', (draft) => (draft.step === 'decision' ? [] : onlyWhatIsDemanded(draft))],
  ])('and leaves out the answer at %s gets no further', (step, alphabet) => {
    const reached = drafts(walkEverywhere(alphabet));
    expect(new Set(reached.map((draft) => draft.step)).has('sheets')).toBe(false);
    const furthest = reached.map((draft) => routeOf(draft).indexOf(draft.step));
    expect(reached[furthest.indexOf(Math.max(...furthest))]).toMatchObject({ step });
  });

  test.each(['recipient', 'hand-over'] as const)(
    'and leaves out the answer at %s ends only the other ways',
    (step) => {
      const reached = walkEverywhere((draft) =>
        draft.step === step ? [] : onlyWhatIsDemanded(draft),
      );
      const ends = drafts(reached).filter((draft) => draft.step === 'sheets');
      expect(new Set(ends.map(({ outcome }) => outcome.kind))).toEqual(
        new Set(['cannot-refer', step === 'recipient' ? 'declined' : 'refer']),
      );
    },
  );
});
