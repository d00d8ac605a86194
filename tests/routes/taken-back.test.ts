import { describe, expect, test } from 'vitest';
import * as consent from '#core/ipc/consent-channels.ts';
import { confirmAlone } from '#core/ipc/encounter-channels.ts';
import * as missing from '#core/ipc/missing-channels.ts';
import { missingRequest } from '../../build/bench/consent-request.ts';
import { kindOf, valueOf } from '../support/vault.ts';
import { call, type Office } from './office.ts';
import {
  agreeTo,
  consentRequest,
  helper,
  officeWithVisit,
  otherHelper,
  referralDraft,
  referredTo,
  saveAtOnce,
  officeWithTyping,
  previewReferral,
  takeBackYes,
} from './visits.ts';
import { officeOfTwo } from './two-members.ts';

type Desk = Pick<Awaited<ReturnType<typeof officeWithVisit>>, 'office' | 'id'>;

async function agreed(): Promise<Desk> {
  const desk = await officeWithTyping();
  valueOf(await call(desk.office, consent.recordConsent, consentRequest(desk.id, ['alias'])));
  return desk;
}

const keepFacts = (office: Office, id: Desk['id'], seen: number, recipient = helper) =>
  call(
    office,
    missing.keepMissingFacts,
    missingRequest({ encounterId: id, recipient, seen }, { height: '163 cm' }),
  );

describe('a yes that was taken back', () => {
  test('does not come again with the call that made it, sent once more', async () => {
    // given
    const desk = await agreed();
    valueOf(await takeBackYes(desk.office, desk.id));

    // when
    const again = await call(
      desk.office,
      consent.recordConsent,
      consentRequest(desk.id, ['alias']),
    );

    // then
    expect(kindOf(again)).toBe('ChangedMeanwhile');
    expect(kindOf(await previewReferral(desk.office, desk.id))).toBe('ConsentMissing');
    // Asked anew, by whoever has seen that it was taken back, the person may say yes again.
    valueOf(await saveAtOnce(desk.office, desk.id, referralDraft()));
    valueOf(await agreeTo(desk.office, desk.id, ['alias']));
    expect(kindOf(await previewReferral(desk.office, desk.id))).toBe('ok');
  });

  test('is taken back too where the calls come in the other order', async () => {
    // given
    const desk = await officeWithTyping();
    valueOf(await takeBackYes(desk.office, desk.id));

    // when, then
    const late = await call(desk.office, consent.recordConsent, consentRequest(desk.id, ['alias']));
    expect(kindOf(late)).toBe('ChangedMeanwhile');
    expect(kindOf(await previewReferral(desk.office, desk.id))).toBe('ConsentMissing');
  });

  test('can be made a no by a window that has not seen the latest', async () => {
    const desk = await agreed();
    const no = await call(desk.office, consent.recordConsent, consentRequest(desk.id, []));
    expect(kindOf(no)).toBe('ok');
    expect(kindOf(await previewReferral(desk.office, desk.id))).toBe('ConsentMissing');
  });

  test('leaves no ticks in a visit still being held, and those of another helper alone', async () => {
    // given
    const desk = await agreed();

    // when
    valueOf(await takeBackYes(desk.office, desk.id));

    // then
    const { draft } = valueOf(await call(desk.office, confirmAlone, { id: desk.id }));
    expect([draft.step, draft.outcome]).toEqual(['decision', { kind: 'undecided' }]);

    // given
    valueOf(
      await saveAtOnce(desk.office, desk.id, referralDraft({ outcome: referredTo(otherHelper) })),
    );

    // when
    valueOf(await takeBackYes(desk.office, desk.id));

    // then
    const other = valueOf(await call(desk.office, confirmAlone, { id: desk.id })).draft;
    expect(other.outcome).toMatchObject({ kind: 'refer', recipient: otherHelper });
  });
});

test('a yes that a colleague takes back is no tick any more in the visit of whoever holds it', async () => {
  // given
  const desk = await officeOfTwo();
  valueOf(await agreeTo(desk.office, desk.id, ['alias']));

  // when
  await desk.comes('colleague');
  valueOf(await takeBackYes(desk.office, desk.id));

  // then
  await desk.comes('lead');
  const { draft } = valueOf(await call(desk.office, confirmAlone, { id: desk.id }));
  expect(draft.outcome).toEqual({ kind: 'undecided' });
  expect(kindOf(await previewReferral(desk.office, desk.id))).toBe('ConsentMissing');
});

describe('facts for the day somebody is reported missing', () => {
  test('are not kept by a call from before they were taken back', async () => {
    // given
    const { office, id } = await officeWithVisit();
    valueOf(await keepFacts(office, id, 0));
    const no = { encounterId: id, language: 'en', given: { how: 'pointed' } } as const;
    valueOf(await call(office, missing.takeBackMissingFacts, no));

    // when, then
    expect(kindOf(await keepFacts(office, id, 0))).toBe('ChangedMeanwhile');
    const now = valueOf(await call(office, missing.readMissingFacts, { encounterId: id }));
    expect(now).toMatchObject({ facts: null, recipient: null });
  });

  test('go to the one agency named last, and to the first again when it is named again', async () => {
    const { office, id } = await officeWithVisit();
    for (const recipient of [helper, otherHelper, helper]) {
      const { seen } = valueOf(await call(office, missing.readMissingFacts, { encounterId: id }));
      valueOf(await keepFacts(office, id, seen, recipient));
      const now = valueOf(await call(office, missing.readMissingFacts, { encounterId: id }));
      expect(now.recipient).toBe(recipient);
    }
  });
});
