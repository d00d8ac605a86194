import type { VisitDraft } from '#core/domain/encounter.ts';
import type { Circumstance, CircumstancePoint, Circumstances } from '#core/pack/circumstance.ts';
import type { Contact } from '#core/pack/contact-seed.ts';
import type { Jurisdiction, LegalStatement } from '#core/pack/jurisdiction.ts';
import type { PhraseId } from '#core/pack/phrase.ts';
import { riskFactsOf } from './risk-facts.ts';
import { lawAbout } from './without-consent.ts';

// What an option or a helper would change for this person (R85), as far as it is known: from what
// staff put down for this talk, and from what the visit noted anyway. Nothing is guessed.

type Noted = Pick<VisitDraft, 'circumstances' | 'observations' | 'risk' | 'danger' | 'outcome'>;

/** Whether the visit has noted the same as a sign or as a fact, so that nobody has to tick it. */
export function isNoticed(noted: Noted, { signs = [], facts = [] }: Circumstance): boolean {
  const found = riskFactsOf(noted);
  return (
    signs.some((sign) => noted.observations[sign] !== undefined) ||
    facts.some((fact) => found[fact] === 'yes')
  );
}

/** What is known of this person, in the order of the pack. */
export function knownOf(noted: Noted, { known }: Circumstances): readonly Circumstance[] {
  return known.filter((each) => noted.circumstances.includes(each.id) || isNoticed(noted, each));
}

/** What is known changes about one option of the page before the choice. */
export function changesBeside(option: PhraseId, known: readonly Circumstance[]): readonly string[] {
  return known.flatMap(({ changes }) =>
    changes.filter(({ options = [] }) => options.includes(option)).map(({ text }) => text),
  );
}

/** What is known changes about one point of the explanation of a helper. Where nobody knows whether they tell the police, they may. */
export function changesBy(
  { mustTellPolice }: Pick<Contact, 'mustTellPolice'>,
  point: CircumstancePoint,
  known: readonly Circumstance[],
): readonly string[] {
  const kinds: readonly (string | undefined)[] =
    mustTellPolice === 'no' ? ['any', 'others'] : ['any', 'police'];
  return known
    .filter((each) => each.point === point)
    .flatMap(({ changes }) =>
      changes.filter(({ helpers }) => kinds.includes(helpers)).map(({ text }) => text),
    );
}

/**
 * What the law says on a subject for this person: the first statement that is about everybody, and
 * those about what is known of them. Where nothing is known of their papers, all of them: then it is
 * said in general, and the person need not tell which is theirs.
 */
export function lawForPerson(
  subject: LegalStatement['subject'],
  places: readonly Jurisdiction[],
  known: readonly Circumstance[],
): readonly string[] {
  const statements = lawAbout([subject], places);
  const isStatusKnown = known.some(({ point }) => point === 'status');
  const ids = known.map(({ id }) => id);
  return [
    ...statements.filter(({ about }) => about === undefined).slice(0, 1),
    ...statements.filter(
      ({ about }) =>
        about !== undefined && (!isStatusKnown || about.some((id) => ids.includes(id))),
    ),
  ].map(({ text }) => text);
}
