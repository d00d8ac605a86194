import { describe, expect, test } from 'vitest';
import { ConsentItem, consentLastsDays, type Doubts } from '#core/domain/consent.ts';
import { ContactId } from '#core/domain/contact.ts';
import type { EncounterId, VisitDraft } from '#core/domain/encounter.ts';
import { recordConsent } from '#core/ipc/consent-channels.ts';
import { LanguageTag } from '#core/domain/language.ts';
import { previewSheet } from '#core/ipc/sheet-channels.ts';
import { isDraftLanguage } from '#core/pack/offered-languages.ts';
import { newOutcome } from '#core/domain/outcome.ts';
import { RiskFactId } from '#core/domain/risk.ts';
import { plainFormat } from '#core/sheet/paper.ts';
import type { Sheet } from '#core/sheet/sheet.ts';
import { allExplained } from '../../build/bench/consent-request.ts';
import {
  agreeTo,
  call,
  consentRequest,
  helper,
  type Office,
  enableAllDrafts,
  officeWithVisit,
  otherHelper,
  referralDraft,
  referredTo,
  saveAtOnce,
} from './office.ts';
import { kindOf, typedWords, valueOf } from '../support/vault.ts';

/** The unlikely words that only this item may carry onto a sheet. */
const wordsOfItem: Partial<Record<ConsentItem, string>> = {
  alias: typedWords.alias,
  'safe-contact': typedWords.safeContact,
  'own-view': typedWords.ownView,
  observations: typedWords.otherSign,
};

describe('the referral sheet', () => {
  test('is not to be had before anything was agreed, by preview or otherwise', async () => {
    const { office, id } = await officeWithTyping();
    expect(await preview(office, id)).toEqual({ ok: false, error: { kind: 'ConsentMissing' } });
  });

  test('holds exactly what was agreed to, whatever that is', async () => {
    // given
    const { office, id } = await officeWithTyping();
    const choices = subsetsOf(ConsentItem.options).filter((items) => items.length > 0);
    const plain = valueOf(await agreeAndPreview(office, id, ['language']));

    for (const [at, yesTo] of choices.entries()) {
      // when
      const seen = (at + 1) * ConsentItem.options.length;
      valueOf(await call(office, recordConsent, consentRequest(id, yesTo, helper, seen)));
      const sheet = valueOf(await preview(office, id));

      // then
      const text = textOf(sheet);
      const found = ConsentItem.options.filter((item) => text.includes(wordsOfItem[item] ?? '\0'));
      expect(found).toEqual(
        yesTo.filter((item) => wordsOfItem[item] !== undefined).toSorted(byOption),
      );
      expect(fieldsOf(sheet)).toBe(fieldsOf(plain) - 1 + yesTo.length);
    }
    expect(choices).toHaveLength(127);
  });

  test('holds what was agreed to in every language of the pack', async () => {
    const { office, id } = await officeWithTyping();
    valueOf(await agree(office, id, ['alias']));
    await enableAllDrafts(office);
    for (const { tag } of office.desk.pack().manifest.languages) {
      const text = textOf(valueOf(await preview(office, id, helper, tag)));
      expect(text).toContain(typedWords.alias);
      expect(text).not.toContain(typedWords.ownView);
    }
  });

  test('is in a draft language only after the lead has enabled it', async () => {
    const { office, id } = await officeWithTyping();
    valueOf(await agree(office, id, ['alias']));
    const tag = LanguageTag.parse('ti');
    expect(isDraftLanguage(office.desk.pack(), tag)).toBe(true);
    expect(kindOf(await preview(office, id, helper, tag))).toBe('LanguageNotEnabled');
    expect(kindOf(await preview(office, id))).toBe('ok');
    await enableAllDrafts(office);
    expect(kindOf(await preview(office, id, helper, tag))).toBe('ok');
  });

  test('is for the recipient who was agreed to and for no other', async () => {
    // given
    const { office, id } = await officeWithTyping();
    valueOf(await agree(office, id, ConsentItem.options));

    // when, then
    expect(kindOf(await preview(office, id, otherHelper))).toBe('ConsentMissing');
    expect(kindOf(await preview(office, id))).toBe('ok');
  });

  test.each<[string, VisitDraft['outcome']]>([
    ['has said no since', newOutcome('declined')],
    ['is undecided again', { kind: 'undecided' }],
    ['has chosen another helper', referredTo(otherHelper)],
    ['has chosen no helper yet', referredTo(null, ['alias'])],
  ])('is not to be had by an older yes of a person who %s', async (_, outcome) => {
    // given
    const { office, id } = await officeWithTyping();
    valueOf(await agree(office, id, ConsentItem.options));

    // when
    valueOf(await saveAtOnce(office, id, referralDraft({ outcome })));

    // then
    expect(kindOf(await preview(office, id))).toBe('ConsentMissing');
    expect(kindOf(await preview(office, id, otherHelper))).toBe('ConsentMissing');
  });

  test('is not to be had once everything was taken back', async () => {
    // given
    const { office, id } = await officeWithTyping();
    valueOf(await agree(office, id, ConsentItem.options));
    expect(kindOf(await preview(office, id))).toBe('ok');

    // when
    valueOf(await agree(office, id, []));

    // then
    expect(kindOf(await preview(office, id))).toBe('ConsentMissing');
  });

  test('stays taken back when the clock is put right afterwards', async () => {
    // given a yes, and a later no while the clock was ahead
    const { office, id } = await officeWithTyping();
    const { clock } = office;
    const agreedAt = clock.now();
    valueOf(await agree(office, id, ConsentItem.options));
    clock.passDays(400);
    valueOf(await agree(office, id, []));

    // when
    clock.set(agreedAt);
    clock.passDays(1);

    // then
    expect(kindOf(await preview(office, id))).toBe('ConsentMissing');
  });

  test('stops holding an item that was taken back, and goes on holding the others', async () => {
    // given
    const { office, id } = await officeWithTyping();
    valueOf(await agree(office, id, ['alias', 'own-view']));

    // when
    office.clock.passDays(1);
    const text = textOf(valueOf(await agreeAndPreview(office, id, ['alias'])));

    // then
    expect(text).toContain(typedWords.alias);
    expect(text).not.toContain(typedWords.ownView);
  });

  test('is not to be had from the moment on at which the consent runs out', async () => {
    // given
    const { office, id } = await officeWithTyping();
    const [entry] = valueOf(await agree(office, id, ['alias']));
    const until = entry?.until ?? '';
    expect(Date.parse(until) - Date.parse(office.clock.now())).toBe(consentLastsDays * 86_400_000);

    // when, then
    office.clock.set(new Date(Date.parse(until) - 1).toISOString());
    expect(kindOf(await preview(office, id))).toBe('ok');
    office.clock.set(until);
    expect(kindOf(await preview(office, id))).toBe('ConsentMissing');
    office.clock.passDays(1);
    expect(kindOf(await preview(office, id))).toBe('ConsentMissing');
  });

  test('shows what was typed last, even when that is not saved yet', async () => {
    // given
    const { office, id } = await officeWithTyping();
    valueOf(await agree(office, id, ['alias']));

    // when
    const saving = office.desk.drafts.keep(id, referralDraft({ alias: 'Vexwing' }));
    const text = textOf(valueOf(await preview(office, id)));

    // then
    expect(text).toContain('Vexwing');
    expect(text).not.toContain(typedWords.alias);
    expect(kindOf(await saving)).toBe('ok');
  });
});

describe('the record of consent', () => {
  test('names every item, and yes only where it was said', async () => {
    // given
    const { office, id } = await officeWithTyping();

    // when
    const entries = valueOf(await agree(office, id, ['needs', 'needs']));

    // then
    expect(entries.map(({ item, decision }) => [item, decision])).toEqual(
      ConsentItem.options.map((item) => [item, item === 'needs' ? 'yes' : 'no']),
    );
  });

  test('says of what nobody asked neither yes nor no, lets nothing of it pass, and takes a no before a yes', async () => {
    // given
    const { office, id } = await officeWithTyping();
    valueOf(await agree(office, id, ['alias', 'own-view']));
    const seen = ConsentItem.options.length;

    // when
    const entries = valueOf(
      await call(office, recordConsent, {
        ...consentRequest(id, ['alias', 'needs'], helper, seen),
        noTo: ['needs'],
      }),
    );

    // then
    const decided = Object.fromEntries(entries.map(({ item, decision }) => [item, decision]));
    expect(decided).toMatchObject({ alias: 'yes', needs: 'no', 'own-view': 'not-asked' });
    const text = textOf(valueOf(await preview(office, id)));
    expect(text).toContain(typedWords.alias);
    expect(text).not.toContain(typedWords.ownView);
  });

  test('holds no yes of somebody who did not understand what they must, and still holds their no', async () => {
    // given
    const { office, id } = await officeWithTyping();
    const record = (yesTo: readonly ConsentItem[], doubts: Doubts) =>
      call(office, recordConsent, {
        ...consentRequest(id, yesTo),
        explanation: { ...allExplained, doubts },
      });
    const notUnderstood = { 'no-promise': 'not-understood' } as const;

    // when, then
    expect(await record(['alias'], notUnderstood)).toEqual({
      ok: false,
      error: { kind: 'NotUnderstood', points: ['no-promise'] },
    });
    expect(kindOf(await preview(office, id))).toBe('ConsentMissing');
    expect(kindOf(await record([], notUnderstood))).toBe('ok');
    const seen = ConsentItem.options.length;
    const marked = { family: 'not-understood', 'no-promise': 'not-sure' } as const;
    const entries = valueOf(
      await call(office, recordConsent, {
        ...consentRequest(id, ['alias'], helper, seen),
        explanation: { ...allExplained, doubts: marked },
      }),
    );
    expect(entries.map(({ explanation }) => explanation?.doubts)).toEqual(
      entries.map(() => marked),
    );
    expect(kindOf(await preview(office, id))).toBe('ok');
  });

  test('stamps when it was explained, and nothing from outside the visit', async () => {
    // given a visit of two hours
    const { office, id } = await officeWithTyping();
    const startedAt = office.clock.now();
    const at = (hours: number) => new Date(Date.parse(startedAt) + hours * 3_600_000).toISOString();
    office.clock.set(at(2));
    const stamped = async (givenAt: string, seen: number) => {
      const request = consentRequest(id, ['alias'], helper, seen);
      const explanation = { ...allExplained, givenAt };
      const reply = await call(office, recordConsent, { ...request, explanation });
      return valueOf(reply)[0]?.explanation?.givenAt;
    };

    // when, then
    expect(await stamped(at(1), 0)).toBe(at(1));
    expect(await stamped(at(3), ConsentItem.options.length)).toBe(at(2));
    expect(await stamped(at(-1), 2 * ConsentItem.options.length)).toBe(at(2));
  });

  test('holds no yes of a presumed adult of whom the visit notes that they may be under 18', async () => {
    const { office, id } = await officeWithTyping();
    const risk = { facts: { [RiskFactId.parse('fact.minor')]: 'unsure' as const }, set: null };
    valueOf(await saveAtOnce(office, id, referralDraft({ risk })));
    expect(await agree(office, id, ['alias'])).toEqual({
      ok: false,
      error: { kind: 'CannotConsent', why: 'child-path' },
    });
    expect(kindOf(await agree(office, id, []))).toBe('ok');
  });

  test('is not made for a recipient that the pack does not know', async () => {
    const { office, id } = await officeWithTyping();
    const recipient = ContactId.parse('contact.nobody');
    const request = consentRequest(id, [], recipient);
    expect(kindOf(await call(office, recordConsent, request))).toBe('RecipientUnknown');
    expect(kindOf(await preview(office, id, recipient))).toBe('RecipientUnknown');
  });
});

describe("the person's own sheet", () => {
  test('needs no consent and holds no word of theirs', async () => {
    // given
    const { office, id } = await officeWithTyping();
    await enableAllDrafts(office);

    for (const { tag } of office.desk.pack().manifest.languages) {
      // when
      const order = {
        kind: 'person' as const,
        encounterId: id,
        language: tag,
        helper,
        wanted: { form: 'information' as const },
        format: plainFormat,
      };
      const text = textOf(valueOf(await call(office, previewSheet, order)));

      // then
      for (const words of Object.values(typedWords)) expect(text).not.toContain(words);
    }
  });
});

async function officeWithTyping() {
  const started = await officeWithVisit();
  valueOf(await saveAtOnce(started.office, started.id, referralDraft()));
  return started;
}

function agree(office: Office, encounterId: EncounterId, items: readonly ConsentItem[]) {
  return agreeTo(office, encounterId, items);
}

function preview(
  office: Office,
  encounterId: EncounterId,
  recipient: ContactId = helper,
  language: string = 'en',
) {
  return call(office, previewSheet, {
    kind: 'referral',
    encounterId,
    language,
    recipient,
    format: plainFormat,
  });
}

async function agreeAndPreview(office: Office, id: EncounterId, items: readonly ConsentItem[]) {
  valueOf(await agree(office, id, items));
  return preview(office, id);
}

function textOf(sheet: Sheet): string {
  return JSON.stringify(sheet);
}

function fieldsOf(sheet: Sheet): number {
  return sheet.blocks.filter(({ kind }) => kind === 'field').length;
}

function byOption(a: ConsentItem, b: ConsentItem): number {
  return ConsentItem.options.indexOf(a) - ConsentItem.options.indexOf(b);
}

function subsetsOf(items: readonly ConsentItem[]): ConsentItem[][] {
  return items.reduce<ConsentItem[][]>(
    (subsets, item) => [...subsets, ...subsets.map((subset) => [...subset, item])],
    [[]],
  );
}
