import { describe, expect, test } from 'vitest';
import { ConsentItem, consentLastsDays } from '#core/domain/consent.ts';
import type { EncounterId, VisitDraft } from '#core/domain/encounter.ts';
import { stateDate } from '#core/ipc/audit-channels.ts';
import { recordConsent } from '#core/ipc/consent-channels.ts';
import { confirmAlone } from '#core/ipc/encounter-channels.ts';
import { LanguageTag } from '#core/domain/language.ts';
import { prepareReferral, readReferrals } from '#core/ipc/referral-channels.ts';
import { previewSheet, printSheet } from '#core/ipc/sheet-channels.ts';
import { isDraftLanguage } from '#core/pack/offered-languages.ts';
import { newOutcome } from '#core/domain/outcome.ts';
import type { Sheet } from '#core/sheet/sheet.ts';
import { call, type Office, enableAllDrafts } from './office.ts';
import {
  agreeTo,
  consentRequest,
  helper,
  officeWithTyping,
  personOrder,
  previewReferral,
  otherHelper,
  referralDraft,
  referralOrder,
  referredTo,
  saveAtOnce,
} from './visits.ts';
import { kindOf, typedWords, unlockSample, valueOf } from '../support/vault.ts';

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
    expect(await previewReferral(office, id)).toEqual({
      ok: false,
      error: { kind: 'ConsentMissing' },
    });
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
      const sheet = valueOf(await previewReferral(office, id));

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
    valueOf(await agreeTo(office, id, ['alias']));
    await enableAllDrafts(office);
    const { languages } = office.desk.pack().manifest;
    expect(languages.length).toBeGreaterThan(30);
    for (const { tag } of languages) {
      const text = textOf(valueOf(await previewReferral(office, id, { language: tag })));
      expect(text).toContain(typedWords.alias);
      expect(text).not.toContain(typedWords.ownView);
    }
  });

  test('is in a draft language only after the lead has enabled it', async () => {
    const { office, id } = await officeWithTyping();
    valueOf(await agreeTo(office, id, ['alias']));
    const tag = LanguageTag.parse('ti');
    expect(isDraftLanguage(office.desk.pack(), tag)).toBe(true);
    expect(kindOf(await previewReferral(office, id, { language: tag }))).toBe('LanguageNotEnabled');
    expect(kindOf(await previewReferral(office, id))).toBe('ok');
    await enableAllDrafts(office);
    expect(kindOf(await previewReferral(office, id, { language: tag }))).toBe('ok');
  });

  test('is for the recipient who was agreed to and for no other', async () => {
    // given
    const { office, id } = await officeWithTyping();
    valueOf(await agreeTo(office, id, ConsentItem.options));

    // when, then
    expect(kindOf(await previewReferral(office, id, { recipient: otherHelper }))).toBe(
      'ConsentMissing',
    );
    expect(kindOf(await previewReferral(office, id))).toBe('ok');
  });

  test.each<[string, VisitDraft['outcome']]>([
    ['has said no since', newOutcome('declined')],
    ['is undecided again', { kind: 'undecided' }],
    ['has chosen another helper', referredTo(otherHelper)],
    ['has chosen no helper yet', referredTo(null, ['alias'])],
  ])('is not to be had by an older yes of a person who %s', async (_, outcome) => {
    // given
    const { office, id } = await officeWithTyping();
    valueOf(await agreeTo(office, id, ConsentItem.options));

    // when
    valueOf(await saveAtOnce(office, id, referralDraft({ outcome })));

    // then
    expect(kindOf(await previewReferral(office, id))).toBe('ConsentMissing');
    expect(kindOf(await previewReferral(office, id, { recipient: otherHelper }))).toBe(
      'ConsentMissing',
    );
  });

  test('is not to be had once everything was taken back', async () => {
    // given
    const { office, id } = await officeWithTyping();
    valueOf(await agreeTo(office, id, ConsentItem.options));
    expect(kindOf(await previewReferral(office, id))).toBe('ok');

    // when
    valueOf(await agreeTo(office, id, []));

    // then
    expect(kindOf(await previewReferral(office, id))).toBe('ConsentMissing');
  });

  test('stays taken back when the clock is put right afterwards', async () => {
    // given a yes, and a later no while the clock was ahead
    const { office, id } = await officeWithTyping();
    const { clock } = office;
    const agreedAt = clock.now();
    valueOf(await agreeTo(office, id, ConsentItem.options));
    clock.passDays(400);
    valueOf(await agreeTo(office, id, []));

    // when
    clock.set(agreedAt);
    clock.passDays(1);

    // then
    expect(kindOf(await previewReferral(office, id))).toBe('ConsentMissing');
  });

  test('is not to be had for longer by a yes that was given while the clock was ahead', async () => {
    // given a yes that is dated a year too late
    const { office, id } = await officeWithTyping();
    const { clock } = office;
    const agreedAt = clock.now();
    const look = async () => kindOf(await previewReferral(office, id));
    const print = async () => kindOf(await call(office, printSheet, referralOrder(id)));
    clock.passDays(400);
    valueOf(await agreeTo(office, id, ['alias']));
    expect(await look()).toBe('ok');

    // when the clock is put right, nobody can say how long it lasts
    clock.set(agreedAt);
    clock.passDays(1);
    expect([await look(), await print()]).toEqual(['ConsentMissing', 'ConsentMissing']);

    // then the person is asked again, and that lasts as long as any yes
    valueOf(await agreeTo(office, id, ['alias']));
    expect(await print()).toBe('ok');
    clock.passDays(consentLastsDays - 1);
    expect(await print()).toBe('ok');
    clock.passDays(1);
    expect([await look(), await print()]).toEqual(['ConsentMissing', 'ConsentMissing']);
  });

  test('is to be had on a machine that forgets the time, whether or not somebody says the date again', async () => {
    // given a yes on a day that somebody said
    const { office, id } = await officeWithTyping();
    const begin = async () => {
      office.desk.lock();
      office.clock.set('2001-01-01T00:00:00.000Z');
      valueOf(await unlockSample(office.desk.vault));
      valueOf(await call(office, confirmAlone, { id }));
    };
    const say = async (date: string) => valueOf(await call(office, stateDate, { date }));
    const look = async () => kindOf(await previewReferral(office, id));
    await begin();
    await say('2031-04-01');
    valueOf(await agreeTo(office, id, ['alias']));
    valueOf(await call(office, prepareReferral, { encounterId: id, recipient: helper }));

    // when nobody has said the date of the next day yet
    await begin();
    expect(await look()).toBe('ok');
    const [referral] = valueOf(await call(office, readReferrals, { encounterId: id }));
    expect(referral?.moves.map(({ state }) => state)).toEqual(['prepared']);

    // then
    await say('2031-04-30');
    expect(await look()).toBe('ok');
    await say('2031-05-01');
    expect(await look()).toBe('ConsentMissing');
  });

  test('is not to be had for longer by a yes from a clock that was ahead and that somebody had confirmed', async () => {
    // given
    const { office, id } = await officeWithTyping();
    const { clock } = office;
    const say = async (date: string) => valueOf(await call(office, stateDate, { date }));
    const begin = async (moment: string) => {
      office.desk.lock();
      clock.set(moment);
      valueOf(await unlockSample(office.desk.vault));
      valueOf(await call(office, confirmAlone, { id }));
    };
    const look = async () => kindOf(await previewReferral(office, id));
    await begin('2032-03-05T09:00:00.000Z');
    await say('2032-03-05');
    valueOf(await agreeTo(office, id, ['alias']));

    // when it was found to be the year before
    await begin('2031-03-06T09:00:00.000Z');
    await say('2031-03-06');

    // then
    expect(await look()).toBe('ConsentMissing');
    valueOf(await agreeTo(office, id, ['alias']));
    expect(await look()).toBe('ok');
    await begin('2031-04-04T09:00:00.000Z');
    await say('2031-04-04');
    expect(await look()).toBe('ok');
    await begin('2031-04-06T09:00:00.000Z');
    await say('2031-04-06');
    expect(await look()).toBe('ConsentMissing');
  });

  test('stops holding an item that was taken back, and goes on holding the others', async () => {
    // given
    const { office, id } = await officeWithTyping();
    valueOf(await agreeTo(office, id, ['alias', 'own-view']));

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
    const [entry] = valueOf(await agreeTo(office, id, ['alias']));
    const until = entry?.until ?? '';
    expect(Date.parse(until) - Date.parse(office.clock.now())).toBe(consentLastsDays * 86_400_000);

    // when, then
    office.clock.set(new Date(Date.parse(until) - 1).toISOString());
    expect(kindOf(await previewReferral(office, id))).toBe('ok');
    office.clock.set(until);
    expect(kindOf(await previewReferral(office, id))).toBe('ConsentMissing');
    office.clock.passDays(1);
    expect(kindOf(await previewReferral(office, id))).toBe('ConsentMissing');
  });

  test('shows what was typed last, even when that is not saved yet', async () => {
    // given
    const { office, id } = await officeWithTyping();
    valueOf(await agreeTo(office, id, ['alias']));

    // when
    const saving = office.desk.drafts.keep(id, referralDraft({ alias: 'Vexwing' }));
    const text = textOf(valueOf(await previewReferral(office, id)));

    // then
    expect(text).toContain('Vexwing');
    expect(text).not.toContain(typedWords.alias);
    expect(kindOf(await saving)).toBe('ok');
  });
});

describe("the person's own sheet", () => {
  test('needs no consent and holds no word of theirs', async () => {
    // given
    const { office, id } = await officeWithTyping();
    await enableAllDrafts(office);
    const { languages } = office.desk.pack().manifest;
    expect(languages.length).toBeGreaterThan(30);

    for (const { tag } of languages) {
      // when
      const order = { ...personOrder(id), language: tag, helper };
      const text = textOf(valueOf(await call(office, previewSheet, order)));

      // then
      for (const words of Object.values(typedWords)) expect(text).not.toContain(words);
    }
  });
});

async function agreeAndPreview(office: Office, id: EncounterId, items: readonly ConsentItem[]) {
  valueOf(await agreeTo(office, id, items));
  return previewReferral(office, id);
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
