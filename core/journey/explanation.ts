import type { ExplainedPoint } from '#core/domain/consent.ts';
import { essentialPoints } from '#core/domain/consent.ts';
import type { Contact } from '#core/pack/contact-seed.ts';
import type { Jurisdiction, LegalStatement } from '#core/pack/jurisdiction.ts';
import type { PhraseId } from '#core/pack/phrase.ts';

/** One point of the script: what staff say, and the phrases the person can read. */
export type ScriptPoint = {
  readonly point: ExplainedPoint;
  readonly say: readonly string[];
  readonly show: readonly PhraseId[];
  /** Whether it may be left out. */
  readonly isEssential: boolean;
};

const phrasesOf: Readonly<Record<ExplainedPoint, readonly PhraseId[]>> = {
  private: ['private.stays', 'private.limits'],
  rights: ['rights.everyone', 'rights.help'],
  'what-they-ask': ['call.end'],
  'whom-they-tell': ['call.who-else'],
  status: ['options.stay'],
  family: ['options.police-effects'],
  proceedings: ['options.police'],
  'other-options': ['options.choose', 'options.nothing'],
  'no-promise': ['options.sleep'],
  duty: ['private.law'],
  'take-back': ['decide.stop', 'decide.same-care'],
};

/**
 * The short script for one recipient: what this contact would change for this person, from the
 * directory and from what is known of the law (R80 to R88). Said once, before anything is asked.
 */
export function explanationScript(
  contact: Contact,
  place: Jurisdiction | undefined,
  own: Readonly<Record<'noPromise' | 'takeBack' | 'private' | 'police' | 'noPolice', string>>,
): readonly ScriptPoint[] {
  const law = (subject: LegalStatement['subject']) =>
    place?.statements.filter((statement) => statement.subject === subject).slice(0, 1) ?? [];
  const police =
    contact.mustTellPolice === 'no'
      ? [own.noPolice]
      : contact.mustTellPolice === 'unknown'
        ? []
        : [own.police];
  const says: readonly (readonly [ExplainedPoint, readonly string[]])[] = [
    ['private', [own.private]],
    ['what-they-ask', contact.whatItChanges],
    ['whom-they-tell', [...police, ...law('police').map(({ text }) => text)]],
    ['status', law('status-and-residence').map(({ text }) => text)],
    ['family', []],
    ['proceedings', law('reflection-period').map(({ text }) => text)],
    ['rights', []],
    ['other-options', []],
    ['duty', law('duty-to-report').map(({ text }) => text)],
    ['no-promise', [own.noPromise]],
    ['take-back', [own.takeBack]],
  ];
  return says.map(([point, say]) => ({
    point,
    say,
    show: phrasesOf[point],
    isEssential: essentialPoints.includes(point),
  }));
}
