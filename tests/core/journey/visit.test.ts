import { describe, expect, test } from 'vitest';
import { CircumstanceId } from '#core/domain/circumstance.ts';
import { emptyDraft, VisitDraft } from '#core/domain/encounter.ts';
import { LanguageTag } from '#core/domain/language.ts';
import { noDangerAsked } from '#core/domain/safety.ts';
import { newOutcome, Outcome } from '#core/domain/outcome.ts';
import { routeOf, stepVisit } from '#core/journey/visit.ts';
import { english, helper, now } from '../../support/core.ts';

describe('the route', () => {
  const common = [
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
  const closing = ['plan', 'follow-up', 'safe-contact', 'record', 'sheets'];

  test('goes as far as the decision while nothing is decided', () => {
    expect(routeOf({ outcome: { kind: 'undecided' } })).toEqual(common);
  });

  test('to a helper asks who decides, for a helper, explains, then asks, before any sheet', () => {
    expect(routeOf({ outcome: newOutcome('refer') })).toEqual([
      ...common,
      'deciding',
      'recipient',
      'explain',
      'consent',
      'first-call',
      ...closing,
    ]);
  });

  test('of a refusal asks what to hand over, then ends the same way', () => {
    expect(routeOf({ outcome: newOutcome('declined') })).toEqual([
      ...common,
      'hand-over',
      ...closing,
    ]);
  });

  test('without a helper for now is as long as that of a refusal', () => {
    expect(routeOf({ outcome: newOutcome('cannot-refer') })).toEqual([
      ...common,
      'stay-in-touch',
      ...closing,
    ]);
  });
});

describe('an answer', () => {
  test('changes what it is about and nothing else', () => {
    const draft = emptyDraft(english);
    const after = stepVisit(draft, { kind: 'Answered', answers: { alias: 'Zqalias' } });
    expect(after).toEqual({ ...draft, alias: 'Zqalias' });
  });

  test('leaves the draft it was given as it was', () => {
    const draft = Object.freeze(emptyDraft(english));
    stepVisit(draft, { kind: 'Answered', answers: { alias: 'Zqalias' } });
    expect(draft).toEqual(emptyDraft(english));
  });
});

describe('what was explained', () => {
  const outcome = Outcome.parse({ ...newOutcome('refer'), recipient: helper, items: ['alias'] });
  const explained = VisitDraft.parse({
    ...emptyDraft(english),
    step: 'consent',
    danger: { ...noDangerAsked, threatNow: 'no' },
    outcome: outcome.kind === 'refer' && {
      ...outcome,
      talk: { ...outcome.talk, explainedAt: now, doubts: { family: 'not-sure' } },
    },
  });
  const talkOf = (draft: VisitDraft) =>
    draft.outcome.kind === 'refer' ? draft.outcome.talk : undefined;

  test('was said in one language: in another it is said and asked anew', () => {
    const language = LanguageTag.parse('ti');
    const after = stepVisit(explained, { kind: 'Answered', answers: { language } });
    expect(after.step).toBe('explain');
    expect(after.outcome).toMatchObject({ recipient: helper, items: [] });
    expect(talkOf(after)).toMatchObject({ explainedAt: null, doubts: {} });
  });

  test('was said with what was known: with more of it, it is said again, and the marks stay', () => {
    const circumstances = [CircumstanceId.parse('circumstance.asylum')];
    const after = stepVisit(explained, { kind: 'Answered', answers: { circumstances } });
    expect(after.step).toBe('explain');
    expect(talkOf(after)).toMatchObject({ explainedAt: null, doubts: { family: 'not-sure' } });
  });

  test('stands when anything else is answered', () => {
    const after = stepVisit(explained, { kind: 'Answered', answers: { alias: 'Plimsoll' } });
    expect(after.step).toBe('consent');
    expect(talkOf(after)?.explainedAt).toBe(now);
  });
});
