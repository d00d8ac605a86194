import type { Instant } from '#core/base/capabilities.ts';
import { standingOf } from '#core/domain/contact.ts';
import { confirmationOf, type LawConfirmation } from '#core/domain/law-confirmation.ts';
import { isSamePage, pageOf, type PlacePage } from '#core/domain/place-page.ts';
import { type Contact, dialled } from './contact-seed.ts';
import { type Directory, localContact } from './directory.ts';
import type { InstrumentInUse, InstrumentWording } from './instrument.ts';
import { factsOf, type Jurisdiction, type LegalStatement } from './jurisdiction.ts';
import type { Pack } from './pack.ts';

/** What a place knows better than the pack, or beside it. */
export type LocalContent = {
  readonly laws: readonly LawConfirmation[];
  readonly pages: readonly PlacePage[];
  readonly directory: Directory;
  readonly wordings: readonly InstrumentWording[];
};

/**
 * The pack as this place uses it: its own helpers beside those that shipped, each with how far
 * it was checked, and the law as the place has confirmed it.
 */
export function withLocal(
  pack: Pack,
  { laws, pages, directory, wordings }: LocalContent,
  now: Instant,
): Pack {
  const ruleOf = (jurisdiction: Contact['jurisdiction']) => {
    const place = pack.jurisdictions.find(({ id }) => id === jurisdiction);
    return pack.phoneLengths[place?.parent ?? jurisdiction];
  };
  const contacts = [
    ...pack.contacts,
    ...directory.contacts.map((local) => localContact(local, ruleOf(local.jurisdiction))),
  ];
  return withLaw(
    {
      ...pack,
      instruments: pack.instruments.map((instrument) => withQuestions(instrument, wordings)),
      contacts: contacts.map((contact) => ({
        ...contact,
        isInUse: !directory.unused.includes(contact.id),
        standing: standingOf(
          { id: contact.id, number: checkedNumber(contact) },
          directory.checks,
          now,
          directory.checkDays,
        ),
      })),
    },
    laws,
    pages,
  );
}

/** Where nobody is signed in, no name is told. */
type WithoutName<Confirmation> = Omit<Confirmation, 'recordedBy' | 'confirmedBy'> & {
  readonly confirmedBy: string | null;
};
type Law = WithoutName<LawConfirmation>;
type Page = WithoutName<PlacePage>;

/** The law and the page of a country as the place has confirmed them, where the pack still says what was read. */
export function withLaw(pack: Pack, laws: readonly Law[], pages: readonly Page[]): Pack {
  return {
    ...pack,
    jurisdictions: pack.jurisdictions.map((place) => ({
      ...withPage(place, pages),
      statements: place.statements.map((statement) => withConfirmation(statement, laws)),
    })),
  };
}

/** What a check is about: the number, or the address of a helper that has none. */
export function checkedNumber(contact: Pick<Contact, 'phone' | 'short' | 'email'>): string {
  return dialled(contact) ?? contact.email ?? '';
}

function withPage(place: Jurisdiction, pages: readonly Page[]): Jurisdiction {
  const packFacts = factsOf(place);
  const found = pageOf(pages, place.id, packFacts);
  if (found === undefined) return place;
  const { facts, confirmedBy, confirmedOn } = found;
  const { ownConsentFrom: _packAge, ...rest } = place;
  const { ownConsentFrom, ...own } = facts;
  return {
    ...rest,
    ...own,
    ...(ownConsentFrom === null ? {} : { ownConsentFrom }),
    page: { confirmedBy, confirmedOn, isInOwnWords: !isSamePage(facts, packFacts) },
  };
}

function withConfirmation(statement: LegalStatement, laws: readonly Law[]): LegalStatement {
  const found = confirmationOf(laws, statement);
  if (found === undefined) return statement;
  const { text, rule, confirmedBy, confirmedOn } = found;
  const isInOwnWords = text !== statement.text || rule !== statement.rule;
  return { ...statement, text, rule, confirmed: { confirmedBy, confirmedOn, isInOwnWords } };
}

/** Questions of another number than the instrument has by now are left out: its rule would not fit them. */
function withQuestions(
  instrument: InstrumentInUse,
  wordings: readonly InstrumentWording[],
): InstrumentInUse {
  const found = wordings.find((wording) => wording.instrument === instrument.id);
  const fits = found?.questions.length === instrument.items;
  return { ...instrument, questions: fits ? found.questions : null };
}
