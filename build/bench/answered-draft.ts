import { emptyDraft, type VisitDraft } from '#core/domain/encounter.ts';
import { LanguageTag } from '#core/domain/language.ts';
import { IndicatorId } from '#core/domain/observation.ts';
import { newOutcome } from '#core/domain/outcome.ts';
import { RiskFactId } from '#core/domain/risk.ts';
import { noDangerAsked } from '#core/domain/safety.ts';
import { PromptId } from '#core/domain/talk.ts';

/** A visit in which most was asked, for measurements and journeys. */
export const answeredDraft: VisitDraft = {
  ...emptyDraft(LanguageTag.parse('en')),
  company: { came: 'with-someone', did: ['answers', 'stays'], parted: 'parted' },
  danger: { ...noDangerAsked, threatNow: 'unsure', safeTonight: 'yes' },
  ownView: { rating: 'worried', words: 'They come when I am alone, and then I do not open.' },
  risk: { facts: { [RiskFactId.parse('fact.watched')]: 'yes' }, set: null },
  talk: {
    setting: 'any',
    asked: [PromptId.parse('prompt.open-today'), PromptId.parse('prompt.open-ordinary-day')],
    said: 'Work from early to late, and the money is kept for me. '.repeat(6),
    seen: 'Looks at the door. ',
    written: [],
  },
  observations: {
    [IndicatorId.parse('sign.unpaid')]: 'told',
    [IndicatorId.parse('sign.fear')]: 'seen',
  },
  outcome: newOutcome('declined'),
};
