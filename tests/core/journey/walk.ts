import { assertNever } from '#core/base/assert.ts';
import { ConsentItem, type ConsentItem as Item } from '#core/domain/consent.ts';
import { emptyDraft, NeedId, type VisitDraft } from '#core/domain/encounter.ts';
import { newInterpreter } from '#core/domain/in-the-room.ts';
import { askedAnew, HandOver, newOutcome, type Outcome } from '#core/domain/outcome.ts';
import { IndicatorId } from '#core/domain/observation.ts';
import { RiskFactId } from '#core/domain/risk.ts';
import { noSafeContact } from '#core/domain/safe-contact.ts';
import { noDangerAsked } from '#core/domain/safety.ts';
import { PromptId } from '#core/domain/talk.ts';
import { stepVisit, type VisitAnswers, type VisitEvent } from '#core/journey/visit.ts';
import { english, helper, now, otherHelper } from '../../support/core.ts';

/** What can happen to a draft, as far as one walker goes. */
export type Alphabet = (draft: VisitDraft) => readonly Partial<VisitAnswers>[];

/** Every draft a walker came to, by its key, with the keys of the drafts one event further. */
export type Walk = ReadonlyMap<
  string,
  { readonly draft: VisitDraft; readonly next: readonly string[] }
>;

export function keyOf(draft: VisitDraft): string {
  return JSON.stringify(draft);
}

/** Goes from an empty draft through every event, until nothing new turns up. */
export function walkEverywhere(alphabet: Alphabet): Walk {
  const start = emptyDraft(english);
  const walk = new Map<string, { draft: VisitDraft; next: string[] }>();
  const waiting = [start];
  for (const draft of waiting) {
    if (walk.has(keyOf(draft))) continue;
    const after = eventsAt(draft, alphabet).map((event) => stepVisit(draft, event));
    walk.set(keyOf(draft), { draft, next: after.map(keyOf) });
    waiting.push(...after.filter((next) => !walk.has(keyOf(next))));
  }
  return walk;
}

function eventsAt(draft: VisitDraft, alphabet: Alphabet): readonly VisitEvent[] {
  return [
    { kind: 'WentOn' },
    { kind: 'WentBack' },
    { kind: 'SkippedAhead' },
    ...alphabet(draft).map((answers): VisitEvent => ({ kind: 'Answered', answers })),
  ];
}

/** The keys of all drafts from which one of `ends` can still be reached. */
export function canReach(walk: Walk, isEnd: (draft: VisitDraft) => boolean): ReadonlySet<string> {
  const before = new Map<string, string[]>();
  for (const [key, { next }] of walk) {
    for (const after of next) before.set(after, [...(before.get(after) ?? []), key]);
  }
  const reached = new Set<string>();
  const waiting = [...walk].filter(([, { draft }]) => isEnd(draft)).map(([key]) => key);
  for (const key of waiting) {
    if (reached.has(key)) continue;
    reached.add(key);
    waiting.push(...(before.get(key) ?? []));
  }
  return reached;
}

type Refer = Extract<Outcome, { kind: 'refer' }>;

function explained(outcome: Refer): Refer {
  return { ...outcome, talk: { ...outcome.talk, explainedAt: now } };
}

function withCapacity(outcome: Refer, capacity: 'presumed' | 'not-now'): Refer {
  const decidedBy = { ...outcome.talk.decidedBy, capacity };
  return { ...outcome, talk: { ...outcome.talk, decidedBy } };
}

function declined(handOver: HandOver): Outcome {
  const outcome = newOutcome('declined');
  return outcome.kind === 'declined' ? { ...outcome, handOver } : outcome;
}

const referred = newReferral();

function newReferral(): Refer {
  const outcome = newOutcome('refer');
  if (outcome.kind !== 'refer') throw new Error('A referral is a referral');
  return { ...outcome, recipient: helper, items: ['alias'] };
}

const items: readonly Item[] = [ConsentItem.enum.alias, ConsentItem.enum.needs];
const food = NeedId.parse('need.food');
const health = NeedId.parse('need.health');

/** The answers each screen of a visit offers at its own step, from `renderer/steps`. */
export const asTheScreensOffer: Alphabet = ({ step, danger, outcome }) => {
  switch (step) {
    case 'danger':
      return [
        { danger: { ...danger, threatNow: 'yes' } },
        { danger: { ...danger, threatNow: 'no' } },
      ];
    case 'person':
      return [{ alias: 'Zqalias' }];
    case 'signs':
      return [{ observations: { [IndicatorId.parse('sign.fear')]: 'seen' } }];
    case 'needs':
      return [{ needs: [food] }, { needs: [health, food] }];
    case 'decision':
      return (['refer', 'cannot-refer', 'declined'] as const)
        .filter((kind) => kind !== outcome.kind)
        .map((kind) => ({ outcome: newOutcome(kind) }));
    case 'deciding':
      return outcome.kind === 'refer'
        ? (['presumed', 'not-now'] as const).map((capacity) => ({
            outcome: withCapacity(outcome, capacity),
          }))
        : [];
    case 'explain':
      return outcome.kind === 'refer' ? [{ outcome: explained(outcome) }] : [];
    case 'stay-in-touch':
      return outcome.kind === 'cannot-refer' ? [{ outcome: { ...outcome, card: 'card' } }] : [];
    case 'recipient':
      return outcome.kind === 'refer'
        ? [helper, otherHelper].map((recipient) => ({
            outcome: askedAnew(outcome, { recipient }),
          }))
        : [];
    case 'consent':
      return outcome.kind === 'refer'
        ? items.map((item) => ({
            outcome: {
              ...outcome,
              items: outcome.items.includes(item)
                ? outcome.items.filter((other) => other !== item)
                : [...outcome.items, item],
            },
          }))
        : [];
    case 'hand-over':
      return HandOver.options.map((handOver) => ({ outcome: declined(handOver) }));
    // What these offer is walked by `inTheTalk`, or there would be too many drafts to hold.
    case 'openness':
    case 'in-the-room':
    case 'own-view':
    case 'risk':
    case 'risk-level':
    case 'talk':
    case 'condition':
    case 'options':
    case 'plan':
    case 'record':
    case 'follow-up':
    case 'safe-contact':
    case 'first-call':
    case 'sheets':
      return [];
    default:
      return assertNever(step);
  }
};

/** The answers of the talk itself, with the least that leads on elsewhere. */
export const inTheTalk: Alphabet = (draft) => {
  const { step, openness, inTheRoom, risk, talk, conditions } = draft;
  switch (step) {
    case 'openness':
      return [{ openness: { ...openness, mayTalk: 'no', mayWrite: 'no' } }];
    case 'in-the-room':
      return [{ inTheRoom: { ...inTheRoom, interpreter: newInterpreter('by-phone') } }];
    case 'own-view':
      return [{ ownView: { rating: 'afraid', words: 'zqwords' } }];
    case 'risk':
      return [{ risk: { ...risk, facts: { [RiskFactId.parse('fact.watched')]: 'yes' } } }];
    case 'risk-level':
      return [{ risk: { ...risk, set: { level: 'act-now', reason: 'zqreason' } } }];
    case 'talk':
      return [{ talk: { ...talk, asked: [PromptId.parse('prompt.open-today')], seen: 'zqseen' } }];
    case 'condition':
      return [{ conditions: { ...conditions, physical: 'urgent' } }];
    case 'follow-up':
      return [{ followUp: { kind: 'when-they-like' } }];
    case 'safe-contact':
      return [{ safeContact: { ...noSafeContact, codeWord: 'zqcode' } }];
    default:
      return onlyWhatIsDemanded(draft);
  }
};

/** Only what no visit can do without: everything else stays unasked. */
export const onlyWhatIsDemanded: Alphabet = ({ step, danger, outcome }) => {
  if (step === 'danger') return [{ danger: { ...danger, threatNow: 'unsure' } }];
  if (step === 'recipient' && outcome.kind === 'refer') {
    return [{ outcome: askedAnew(outcome, { recipient: helper }) }];
  }
  if (step === 'explain' && outcome.kind === 'refer') return [{ outcome: explained(outcome) }];
  if (step === 'stay-in-touch' && outcome.kind === 'cannot-refer')
    return [{ outcome: { ...outcome, card: 'nothing' } }];
  if (step === 'hand-over') return [{ outcome: declined('nothing') }];
  if (step !== 'decision') return [];
  return [
    { outcome: newOutcome('refer') },
    { outcome: newOutcome('cannot-refer') },
    { outcome: newOutcome('declined') },
  ];
};

/** Any answer at any step, as an event that comes late or out of turn would bring it. */
export const anythingAnywhere: Alphabet = () => [
  { danger: { ...noDangerAsked, threatNow: 'yes' } },
  { danger: noDangerAsked },
  { alias: 'Zqalias' },
  { ownView: { rating: 'worried', words: '' } },
  { observations: { [IndicatorId.parse('sign.fear')]: 'told' } },
  { otherSign: 'zqother' },
  { needs: [food] },
  { safeContact: { ...noSafeContact, how: 'zqcontact' } },
  { outcome: { kind: 'undecided' } },
  { outcome: newOutcome('refer') },
  { outcome: referred },
  { outcome: explained(referred) },
  { outcome: newOutcome('declined') },
  { outcome: declined('memorise') },
  { outcome: { kind: 'cannot-refer', why: '', card: 'card', reviewOn: null } },
];
