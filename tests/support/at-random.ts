import * as fc from 'fast-check';
import type { Instant } from '#core/base/capabilities.ts';
import { addDays } from '#core/domain/calendar-date.ts';
import {
  ConsentDecision,
  ConsentEntry,
  ConsentItem,
  ConsentPurpose,
  Doubt,
  ExplainedPoint,
  type Explanation,
} from '#core/domain/consent.ts';
import { CircumstanceId } from '#core/domain/circumstance.ts';
import { Company, CompanyDid } from '#core/domain/company.ts';
import { Conditions } from '#core/domain/condition.ts';
import { DangerSign } from '#core/domain/danger-sign.ts';
import type { FollowUp } from '#core/domain/follow-up.ts';
import {
  AloneBecause,
  type Colleague,
  type Interpreter,
  InterpreterKind,
} from '#core/domain/in-the-room.ts';
import { Opened } from '#core/domain/openness.ts';
import { Setting } from '#core/domain/setting.ts';
import { PromptId } from '#core/domain/talk.ts';
import { NeedId, VisitDraft, VisitStep } from '#core/domain/encounter.ts';
import { LanguageTag } from '#core/domain/language.ts';
import { IndicatorId, Observed } from '#core/domain/observation.ts';
import { HandOver, newOutcome, Outcome } from '#core/domain/outcome.ts';
import { SensitiveItem } from '#core/domain/ordinary-record.ts';
import { PlanChoiceId, PlanPaper, PlanTime } from '#core/domain/safety-plan.ts';
import { RiskFactId, RiskLevel } from '#core/domain/risk.ts';
import { Answer, OwnRating } from '#core/domain/safety.ts';
import { StaffId } from '#core/domain/staff.ts';
import {
  consentEntry,
  english,
  helper,
  keptWords,
  now,
  otherHelper,
  sampleExplanation,
  typedWords,
} from './core.ts';

// Visits and decisions at random.

/** A few moments around `now`, so that two of them often fall together. */
export const someMoment: fc.Arbitrary<Instant> = fc
  .integer({ min: -3, max: 3 })
  .map((days) => addDays(now, days));

export const someItem = fc.constantFrom(...ConsentItem.options);

/** Most were understood; of some a point was not, or perhaps not. */
const someExplanation: fc.Arbitrary<Explanation> = fc
  .dictionary(fc.constantFrom(...ExplainedPoint.options), fc.constantFrom(...Doubt.options), {
    maxKeys: 2,
  })
  .map((doubts) => ({ ...sampleExplanation, doubts }));

export const someEntry: fc.Arbitrary<ConsentEntry> = fc
  .record({
    id: fc.uuid(),
    recipient: fc.constantFrom(helper, otherHelper),
    item: someItem,
    purpose: fc.constantFrom(...ConsentPurpose.options),
    explanation: fc.oneof(someExplanation, fc.constant(null)),
    decision: fc.constantFrom(...ConsentDecision.options),
    language: fc.constantFrom('en', 'ar', 'ti').map((tag) => LanguageTag.parse(tag)),
    from: someMoment,
    until: someMoment,
    recordedBy: fc.uuid().map((id) => StaffId.parse(id)),
  })
  .map((facts) => consentEntry(facts));

export const someLedger = fc.array(someEntry, { maxLength: 20 });

const signs = ['sign.fear', 'sign.debt', 'sign.unpaid', 'sign.no-longer-in-the-pack'];
const needs = ['need.food', 'need.health', 'need.interpreter', 'need.no-longer-in-the-pack'];

export const someOutcome: fc.Arbitrary<Outcome> = fc.oneof(
  fc.constant(newOutcome('undecided')),
  fc
    .record({
      recipient: fc.constantFrom(null, helper, otherHelper),
      items: fc.subarray([...ConsentItem.options]),
    })
    .map((facts) => Outcome.parse({ ...newOutcome('refer'), ...facts })),
  fc
    .constantFrom(null, 'nothing', 'card')
    .map((card) => Outcome.parse({ ...newOutcome('cannot-refer'), card })),
  fc
    .constantFrom(null, ...HandOver.options)
    .map((handOver) => Outcome.parse({ ...newOutcome('declined'), handOver })),
);

/** The texts a person or a member of staff may type: nothing, nothing but a space, or the word. */
function typing(word: string): fc.Arbitrary<string> {
  return fc.constantFrom('', ' ', word, ` ${word} `);
}

const someAnswer = fc.constantFrom(...Answer.options);
const someCondition = fc.constantFrom(...Conditions.shape.physical.options);
const someMomentOrNone = fc.constantFrom(null, now);
const someLanguage = fc.constantFrom('en', 'ar', 'ti').map((tag) => LanguageTag.parse(tag));

const someInterpreter: fc.Arbitrary<Interpreter> = fc.oneof(
  fc.constantFrom({ kind: 'not-noted' } as const, { kind: 'none' } as const),
  fc.record({
    kind: fc.constant('used' as const),
    who: fc.constantFrom(...InterpreterKind.options),
    knowsThem: someAnswer,
    personTrusts: someAnswer,
  }),
);

const someColleague: fc.Arbitrary<Colleague> = fc.oneof(
  fc.constantFrom({ kind: 'not-noted' } as const, { kind: 'present' } as const),
  fc.constantFrom(...AloneBecause.options).map((because) => ({ kind: 'nobody' as const, because })),
);

export const someDraft: fc.Arbitrary<VisitDraft> = fc.record({
  step: fc.constantFrom(...VisitStep.options),
  alias: typing(typedWords.alias),
  language: someLanguage,
  motherTongue: fc.option(someLanguage),
  company: fc.record({
    came: fc.constantFrom(...Company.shape.came.options),
    did: fc.subarray([...CompanyDid.options]),
    parted: fc.constantFrom(...Company.shape.parted.options),
  }),
  openness: fc.record({
    opened: fc.constantFrom(...Opened.options),
    openedAt: someMomentOrNone,
    mayTalk: someAnswer,
    mayWrite: someAnswer,
  }),
  inTheRoom: fc.record({
    colleague: someColleague,
    interpreter: someInterpreter,
    others: typing(keptWords.others),
  }),
  danger: fc.record({
    threatNow: someAnswer,
    safeTonight: someAnswer,
    othersAtRisk: someAnswer,
    listening: someAnswer,
  }),
  risk: fc.record({
    facts: fc.dictionary(
      fc.constantFrom('fact.watched', 'fact.children').map((id) => RiskFactId.parse(id)),
      fc.constantFrom('yes', 'no', 'unsure'),
    ),
    set: fc.option(
      fc.record({
        level: fc.constantFrom(...RiskLevel.options),
        reason: typing(keptWords.reason),
      }),
    ),
  }),
  talk: fc.record({
    setting: fc.constantFrom(...Setting.options),
    asked: fc.constantFrom([], [PromptId.parse('prompt.open-today')]),
    said: typing(keptWords.said),
    seen: typing(keptWords.seen),
    written: fc.constantFrom(
      [],
      [{ at: now, language: english, pointedAt: ['point.yes'], words: keptWords.written }],
    ),
  }),
  dangerSigns: fc.array(
    fc.record({
      at: fc.constant(now),
      what: fc.constantFrom(...DangerSign.shape.what.options),
    }),
    { maxLength: 2 },
  ),
  conditions: fc.record({
    physical: someCondition,
    psychological: someCondition,
    emotional: someCondition,
  }),
  followUp: fc.constantFrom<FollowUp>(
    { kind: 'not-asked' },
    { kind: 'when-they-like' },
    { kind: 'on', on: '2026-12-07' },
  ),
  ownView: fc.record({
    rating: fc.constantFrom(...OwnRating.options),
    words: typing(typedWords.ownView),
  }),
  observations: fc.dictionary(
    fc.constantFrom(...signs).map((id) => IndicatorId.parse(id)),
    fc.constantFrom(...Observed.options),
  ),
  otherSign: typing(typedWords.otherSign),
  needs: fc.shuffledSubarray(needs.map((id) => NeedId.parse(id))),
  plan: fc.record({
    times: fc.subarray([...PlanTime.options]),
    chosen: fc.subarray(
      ['plan-choice.door', 'plan-choice.number'].map((id) => PlanChoiceId.parse(id)),
    ),
    own: typing(keptWords.plan),
    paper: fc.constantFrom(...PlanPaper.options),
  }),
  circumstances: fc.subarray(
    ['circumstance.no-permission', 'circumstance.charge'].map((id) => CircumstanceId.parse(id)),
  ),
  ordinaryRecord: fc.record({
    isWanted: fc.boolean(),
    done: typing(keptWords.done),
    agreed: fc.dictionary(fc.constantFrom(...SensitiveItem.options), typing(keptWords.agreed)),
  }),
  safeContact: fc.record({
    how: typing(typedWords.safeContact),
    notWhen: typing(typedWords.notWhen),
    notSay: typing(typedWords.notSay),
    codeWord: typing(keptWords.codeWord),
  }),
  outcome: someOutcome,
});
