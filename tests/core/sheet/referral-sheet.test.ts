import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assert } from '#core/base/assert.ts';
import { addDays } from '#core/domain/calendar-date.ts';
import {
  agreementsInForce,
  type ConsentEntry,
  ConsentItem,
  essentialPoints,
} from '#core/domain/consent.ts';
import { emptyDraft, NeedId, type VisitDraft } from '#core/domain/encounter.ts';
import { dialled } from '#core/pack/contact-seed.ts';
import { type Pack, phraseText } from '#core/pack/pack.ts';
import { placeholdersOf } from '#core/pack/phrase.ts';
import { composeReferralSheet } from '#core/sheet/referral-sheet.ts';
import { Sheet, textOfLine } from '#core/sheet/sheet.ts';
import { wordingOf } from '#core/sheet/wording.ts';
import {
  basePack,
  consentEntry,
  english,
  found,
  helper,
  now,
  otherHelper,
  runsOf,
  textsOf,
  keptWords,
  typedWords,
} from '../../support/core.ts';
import { someDraft, someLedger } from '../../support/at-random.ts';

const pack = basePack();

/** The pack with its texts replaced by marks that tell where they come from: `«need.food» {date}`. */
const markedPack: Pack = {
  ...pack,
  manifest: {
    ...pack.manifest,
    languages: pack.manifest.languages.map((language) => ({
      ...language,
      ownName: `«own-name.${language.tag}»`,
      englishName: `«english-name.${language.tag}»`,
    })),
  },
  phraseBooks: pack.phraseBooks.map((book) => ({
    ...book,
    phrases: Object.fromEntries(
      Object.entries(book.phrases).map(([id, { text, status }]) => [
        id,
        { text: [`«${id}»`, ...placeholdersOf(text).map((name) => `{${name}}`)].join(' '), status },
      ]),
    ),
  })),
};

/** What would give an item away: its label, its phrases, and the words typed for it. */
const tracesOf: Readonly<Record<ConsentItem, readonly string[]>> = {
  alias: ['«item.alias»', typedWords.alias],
  language: ['«item.language»', '«own-name.', '«english-name.'],
  'safe-contact': [
    '«item.safe-contact»',
    '«follow.',
    typedWords.safeContact,
    typedWords.notWhen,
    typedWords.notSay,
  ],
  needs: ['«item.needs»', '«need.'],
  danger: ['«item.danger»', '«danger.', '«answer.', '«referral.not-asked»'],
  'own-view': ['«item.own-view»', '«rating.', typedWords.ownView],
  observations: [
    '«item.observations»',
    '«sign.',
    '«how.',
    '«referral.not-a-finding»',
    typedWords.otherSign,
  ],
};

const sender = 'Ottilie';

function compose(draft: VisitDraft, entries: readonly ConsentEntry[]) {
  const recipient = found(pack.contacts.find(({ id }) => id === helper));
  return composeReferralSheet(
    wordingOf(markedPack, english),
    markedPack,
    recipient,
    draft,
    entries,
    now,
    sender,
  );
}

/** The sheet for the helper, where there is something agreed to put on it. */
function sheetOf(draft: VisitDraft, entries: readonly ConsentEntry[]): Sheet {
  const sheet = compose(draft, entries);
  assert(sheet.kind !== 'ConsentMissing', 'something is agreed');
  return sheet;
}

/** What may be told to the helper now, worked out from the last word on each item. */
function allowedBy(entries: readonly ConsentEntry[]): readonly ConsentItem[] {
  return ConsentItem.options.filter((item) => {
    const last = entries
      .filter(
        (entry) =>
          entry.recipient === helper && entry.purpose === 'referral' && entry.item === item,
      )
      .at(-1);
    const moment = Date.parse(now);
    const doubts = last?.explanation?.doubts ?? {};
    return (
      last?.decision === 'yes' &&
      last.explanation !== null &&
      essentialPoints.every((point) => doubts[point] !== 'not-understood') &&
      Date.parse(last.from) <= moment &&
      moment < Date.parse(last.until)
    );
  });
}

describe('whatever was written and whatever was agreed', () => {
  test('there is no sheet exactly when nothing is agreed at this moment', () => {
    fc.assert(
      fc.property(someDraft, someLedger, (draft, entries) => {
        const isMissing = compose(draft, entries).kind === 'ConsentMissing';
        expect(isMissing).toBe(allowedBy(entries).length === 0);
      }),
    );
  });

  test('nothing of an item that is not agreed stands anywhere in the sheet', () => {
    fc.assert(
      fc.property(someDraft, someLedger, (draft, entries) => {
        // Given
        const allowed = allowedBy(entries);
        const secret = ConsentItem.options.filter((item) => !allowed.includes(item));
        // When
        const sheet = compose(draft, entries);
        // Then
        const whole = JSON.stringify(sheet);
        const leaked = secret
          .flatMap((item) => tracesOf[item])
          .filter((trace) => whole.includes(trace));
        expect(leaked).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test('each field about the person names the days of a yes that is in force, and no other field does', () => {
    fc.assert(
      fc.property(someDraft, someLedger, (draft, entries) => {
        // Given
        const yes = [...agreementsInForce(entries, helper, now)].map(([item, { from, until }]) =>
          JSON.stringify([`«item.${item}»`, from.slice(0, 10), until.slice(0, 10)]),
        );
        // When
        const sheet = compose(draft, entries);
        // Then
        const fields = (sheet.kind === 'ConsentMissing' ? [] : sheet.blocks).flatMap((block) =>
          block.kind === 'field' ? [block] : [],
        );
        const named = fields.map(({ label, agreed }) =>
          agreed === undefined
            ? textOfLine(label)
            : JSON.stringify([textOfLine(label), agreed.on, agreed.until]),
        );
        const known = [...yes, '«referral.to»', '«referral.date»'];
        expect(named.filter((text) => !known.includes(text))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test('what no item is about stands in no sheet, whatever was agreed', () => {
    fc.assert(
      fc.property(someDraft, (draft) => {
        const everything = ConsentItem.options.map((item) => consentEntry({ item }));
        const whole = JSON.stringify(compose(draft, everything));
        expect(Object.values(keptWords).filter((words) => whole.includes(words))).toEqual([]);
      }),
    );
  });

  test('what is agreed and was written stands in it', () => {
    fc.assert(
      fc.property(someDraft, someLedger, (draft, entries) => {
        const whole = JSON.stringify(compose(draft, entries));
        const expected: Readonly<Record<ConsentItem, readonly string[]>> = {
          alias: [draft.alias.trim()],
          language: [`«own-name.${draft.language}»`],
          'safe-contact': [
            draft.safeContact.how.trim(),
            draft.safeContact.notWhen.trim(),
            draft.safeContact.notSay.trim(),
          ],
          needs: draft.needs.filter((id) => !id.includes('no-longer')).map((id) => `«${id}»`),
          danger: ['«danger.threat»', '«danger.tonight»'],
          'own-view': [
            draft.ownView.rating === 'not-asked' ? '' : `«rating.${draft.ownView.rating}»`,
            draft.ownView.words.trim(),
          ],
          observations: [
            draft.otherSign.trim(),
            ...Object.entries(draft.observations)
              .filter(([id]) => !id.includes('no-longer'))
              .flatMap(([id, how]) => [`«${id}»`, `«how.${how}»`]),
          ],
        };
        const lost = allowedBy(entries).flatMap((item) =>
          expected[item].filter((text) => !whole.includes(text)),
        );
        expect(lost).toEqual([]);
      }),
    );
  });

  test('what comes out is a sheet for an agency, and comes through JSON unchanged', () => {
    fc.assert(
      fc.property(someDraft, someLedger, (draft, entries) => {
        const sheet = compose(draft, [...entries, consentEntry()]);
        const written: unknown = JSON.parse(JSON.stringify(sheet));
        expect(Sheet.parse(written)).toEqual(sheet);
        expect(sheet).toMatchObject({ kind: 'referral', audience: 'agency' });
      }),
    );
  });
});

describe('a referral sheet', () => {
  const everything = ConsentItem.options.map((item) => consentEntry({ item }));

  test('keeps the needs in the order the person gave them', () => {
    const needs = ['need.interpreter', 'need.food', 'need.health'].map((id) => NeedId.parse(id));
    const draft = { ...emptyDraft(english), needs };
    const sheet = sheetOf(draft, everything);
    const said = textsOf(sheet).filter((text) => text.includes('«need.'));
    expect(said).toEqual(needs.map((id) => `«${id}»`));
    const ordered = sheet.blocks.filter((block) => block.kind === 'field' && block.isOrdered);
    expect(ordered).toEqual([
      expect.objectContaining({ label: [{ kind: 'words', text: '«item.needs»' }] }),
    ]);
  });

  test('tells a question that was not asked from a no', () => {
    const draft = emptyDraft(english);
    const asked = { ...draft, danger: { ...draft.danger, threatNow: 'no' as const } };
    const texts = textsOf(sheetOf(asked, everything));
    expect(texts).toContain('«danger.threat»: «answer.no»');
    expect(texts).toContain('«danger.tonight»: «referral.not-asked»');
  });

  test('names the last day anything was agreed on and the first day anything ends', () => {
    const entries = [
      consentEntry({ item: 'alias', from: addDays(now, -9), until: addDays(now, 3) }),
      consentEntry({ item: 'needs', from: addDays(now, -2), until: addDays(now, 20) }),
      consentEntry({ item: 'danger', decision: 'no', from: now, until: addDays(now, 1) }),
      consentEntry({ recipient: otherHelper, from: now, until: addDays(now, 1) }),
    ];
    const texts = textsOf(sheetOf(emptyDraft(english), entries));
    expect(texts).toContain('«referral.agreed» 2026-11-21');
    expect(texts).toContain('«referral.until» 2026-11-26');
  });

  test.each(pack.manifest.languages)(
    'in $tag is in that language and sets its dates apart',
    (it) => {
      // Given
      const recipient = found(pack.contacts[0]);
      const entries = everything.map((entry) => ({ ...entry, recipient: recipient.id }));
      const draft = { ...emptyDraft(it.tag), alias: typedWords.alias };
      // When
      const wording = wordingOf(pack, it.tag);
      const sheet = Sheet.parse(
        composeReferralSheet(wording, pack, recipient, draft, entries, now, sender),
      );
      // Then
      expect(sheet).toMatchObject({ language: it.tag, direction: it.direction });
      expect(runsOf(sheet).filter(({ kind }) => kind === 'number')).toEqual(
        [dialled(recipient), '2026-11-23', '2026-11-23', '2026-12-23'].map((text) => ({
          kind: 'number',
          text,
        })),
      );
      expect(textsOf(sheet)).toContain(phraseText(pack, it.tag, 'call.not-checked'));
      expect(textsOf(sheet)).toContain(recipient.name);
      expect(runsOf(sheet)).toContainEqual({ kind: 'value', text: typedWords.alias });
    },
  );
});
