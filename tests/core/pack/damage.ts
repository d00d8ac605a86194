import type { RiskFact, RiskRule } from '#core/pack/risk-rules.ts';
import type { Pack, PhraseBook } from '#core/pack/pack.ts';
import type { StaffEntry } from '#core/pack/staff-book.ts';
import { found } from '../../support/core.ts';

// Ways to change one thing in a pack.

/** The pack with the book of one language changed. */
export function withBook(pack: Pack, tag: string, change: (book: PhraseBook) => PhraseBook): Pack {
  const phraseBooks = pack.phraseBooks.map((book) => (book.language === tag ? change(book) : book));
  return { ...pack, phraseBooks };
}

/** The pack with a phrase of one language said otherwise. */
export function withPhrase(pack: Pack, tag: string, id: string, text: string): Pack {
  return withBook(pack, tag, (book) => ({
    ...book,
    phrases: { ...book.phrases, [id]: { text, status: 'draft' } },
  }));
}

/** The pack without a phrase in the languages named. */
export function withoutPhrase(pack: Pack, tags: readonly string[], id: string): Pack {
  const drop = (book: PhraseBook) => ({
    ...book,
    phrases: Object.fromEntries(Object.entries(book.phrases).filter(([other]) => other !== id)),
  });
  return tags.reduce((damaged, tag) => withBook(damaged, tag, drop), pack);
}

/** The list with its first entry changed. */
export function changeFirst<Entry>(
  entries: readonly Entry[],
  change: (entry: Entry) => Entry,
): Entry[] {
  return entries.map((entry, at) => (at === 0 ? change(entry) : entry));
}

/** The pack with another number for its first helper. */
export function withPhone(
  pack: Pack,
  phone: { readonly e164: string; readonly shown: string },
): Pack {
  return {
    ...pack,
    contacts: changeFirst(pack.contacts, (contact) => ({ ...contact, phone: { ...phone } })),
  };
}

export function withRule(pack: Pack, change: (rule: RiskRule) => RiskRule): Pack {
  const rules = changeFirst(pack.riskRules.rules, change);
  return { ...pack, riskRules: { ...pack.riskRules, rules } };
}

export function withFact(pack: Pack, change: (fact: RiskFact) => RiskFact): Pack {
  const facts = changeFirst(pack.riskRules.facts, change);
  return { ...pack, riskRules: { ...pack.riskRules, facts } };
}

export function idOf(entries: readonly { readonly id: string }[]): string {
  return found(entries[0]).id;
}

/** The pack's first book of the staff with words for one more entry. */
export function withStaffEntry(pack: Pack, id: string, words: StaffEntry): Pack['staffBooks'] {
  return pack.staffBooks.map((book) => ({ ...book, entries: { ...book.entries, [id]: words } }));
}
