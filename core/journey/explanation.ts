import type { ExplainedPoint } from '#core/domain/consent.ts';
import { essentialPoints } from '#core/domain/consent.ts';
import type { Decider } from '#core/domain/decider.ts';
import type { Circumstance, Circumstances } from '#core/pack/circumstance.ts';
import type { Contact } from '#core/pack/contact-seed.ts';
import type { Jurisdiction, LegalStatement } from '#core/pack/jurisdiction.ts';
import type { PhraseId } from '#core/pack/phrase.ts';
import { changesBy, lawForPerson } from './circumstances.ts';

/** One point of the script: what staff say, and the phrases the person can read. */
export type ScriptPoint = {
  readonly point: ExplainedPoint;
  readonly say: readonly string[];
  readonly show: readonly PhraseId[];
  /** Whether it may be left out. */
  readonly isEssential: boolean;
  /** For staff alone, where nothing is known of this person that bears on it. */
  readonly unknown: { readonly note: string; readonly ask: string } | undefined;
};

const phrasesOf: Readonly<Record<ExplainedPoint, readonly PhraseId[]>> = {
  private: ['private.stays', 'private.limits'],
  rights: ['rights.everyone', 'rights.help'],
  'what-they-ask': ['call.end'],
  'whom-they-tell': ['call.who-else'],
  status: ['options.stay', 'options.lawyer'],
  family: [],
  proceedings: ['options.police', 'options.police-effects'],
  'other-options': ['options.choose', 'options.nothing'],
  'no-promise': ['options.sleep'],
  duty: ['private.law'],
  'take-back': ['decide.stop', 'decide.same-care'],
};

/** Sentences of the program itself. */
export type OwnSentences = Readonly<
  Record<'noPromise' | 'takeBack' | 'private' | 'police' | 'noPolice' | 'isPolice', string>
>;

/** Whom the explanation is for, as far as it is known. */
export type Explained = {
  readonly known: readonly Circumstance[];
  readonly decidedBy: Decider;
};

/**
 * The short script for one recipient: what this contact would change for this person, from the
 * directory, from what is known of the person and from the law of the place (R80 to R88). Said once,
 * before anything is asked.
 */
export function explanationScript(
  contact: Contact,
  places: readonly Jurisdiction[],
  { questions }: Circumstances,
  { known, decidedBy }: Explained,
  own: OwnSentences,
): readonly ScriptPoint[] {
  const law = (...subjects: LegalStatement['subject'][]) =>
    subjects.flatMap((subject) => lawForPerson(subject, places, known));
  const police = {
    no: [own.noPolice],
    yes: [own.police],
    'is-police': [own.isPolice],
    unknown: [],
  }[contact.mustTellPolice];
  const aboutPerson = (point: 'status' | 'family' | 'proceedings') => [
    ...questions.filter((each) => each.point === point).flatMap(({ say }) => say),
    ...changesBy(contact, point, known),
  ];
  const says: readonly (readonly [ExplainedPoint, readonly string[]])[] = [
    ['private', [own.private]],
    ['what-they-ask', contact.whatItChanges],
    ['whom-they-tell', [...police, ...law('police')]],
    ['status', [...aboutPerson('status'), ...law('status-and-residence')]],
    ['family', [...aboutPerson('family'), ...law(...familyLaw(decidedBy))]],
    ['proceedings', [...aboutPerson('proceedings'), ...law('reflection-period')]],
    ['rights', []],
    ['other-options', []],
    ['duty', [...law('duty-to-report'), ...law(...childLaw(decidedBy))]],
    ['no-promise', [own.noPromise]],
    ['take-back', [own.takeBack]],
  ];
  return says.map(([point, say]) => {
    const question = questions.find((each) => each.point === point);
    const isKnown = known.some((each) => each.point === point);
    return {
      point,
      say,
      show: phrasesOf[point],
      isEssential: essentialPoints.includes(point),
      unknown:
        question === undefined || isKnown
          ? undefined
          : { note: question.unknown, ask: question.ask },
    };
  });
}

/** Of somebody under 18, or perhaps: whether their own yes is needed, and who stands in for family. */
function familyLaw({ age, who }: Decider): readonly LegalStatement['subject'][] {
  if (age === 'adult') return [];
  return who === 'person'
    ? ['own-consent-of-minor']
    : ['own-consent-of-minor', 'suspected-guardian'];
}

/** What staff must do about a child, whatever the child wants. */
function childLaw({ age }: Decider): readonly LegalStatement['subject'][] {
  if (age === 'adult') return [];
  return age === 'in-doubt' ? ['age-in-doubt', 'minor'] : ['minor'];
}
