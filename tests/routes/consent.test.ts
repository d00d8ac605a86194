import { describe, expect, test } from 'vitest';
import { ConsentItem, type Doubts } from '#core/domain/consent.ts';
import { ContactId } from '#core/domain/contact.ts';
import { recordConsent } from '#core/ipc/consent-channels.ts';
import { RiskFactId } from '#core/domain/risk.ts';
import type { Sheet } from '#core/sheet/sheet.ts';
import { allExplained } from '../../build/bench/consent-request.ts';
import { call } from './office.ts';
import {
  agreeTo,
  consentRequest,
  helper,
  officeWithTyping,
  previewReferral,
  referralDraft,
  saveAtOnce,
} from './visits.ts';
import { kindOf, typedWords, valueOf } from '../support/vault.ts';

describe('the record of consent', () => {
  test('names every item, and yes only where it was said', async () => {
    // given
    const { office, id } = await officeWithTyping();

    // when
    const entries = valueOf(await agreeTo(office, id, ['needs', 'needs']));

    // then
    expect(entries.map(({ item, decision }) => [item, decision])).toEqual(
      ConsentItem.options.map((item) => [item, item === 'needs' ? 'yes' : 'no']),
    );
  });

  test('says of what nobody asked neither yes nor no, lets nothing of it pass, and takes a no before a yes', async () => {
    // given
    const { office, id } = await officeWithTyping();
    valueOf(await agreeTo(office, id, ['alias', 'own-view']));
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
    const text = textOf(valueOf(await previewReferral(office, id)));
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
    expect(kindOf(await previewReferral(office, id))).toBe('ConsentMissing');
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
    expect(kindOf(await previewReferral(office, id))).toBe('ok');
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
    expect(await agreeTo(office, id, ['alias'])).toEqual({
      ok: false,
      error: { kind: 'CannotConsent', why: 'child-path' },
    });
    expect(kindOf(await agreeTo(office, id, []))).toBe('ok');
  });

  test('is not made for a recipient that the pack does not know', async () => {
    const { office, id } = await officeWithTyping();
    const recipient = ContactId.parse('contact.nobody');
    const request = consentRequest(id, [], recipient);
    expect(kindOf(await call(office, recordConsent, request))).toBe('RecipientUnknown');
    expect(kindOf(await previewReferral(office, id, { recipient }))).toBe('RecipientUnknown');
  });
});

function textOf(sheet: Sheet): string {
  return JSON.stringify(sheet);
}
