import { describe, expect, test } from 'vitest';
import * as consent from '#core/ipc/consent-channels.ts';
import { listConsultations, recordConsultation } from '#core/ipc/consultation-channels.ts';
import { startNextVisit } from '#core/ipc/case-channels.ts';
import { closeEncounter, confirmAlone } from '#core/ipc/encounter-channels.ts';
import * as channels from '#core/ipc/referral-channels.ts';
import { previewSheet, printSheet } from '#core/ipc/sheet-channels.ts';
import { CalendarDate } from '#core/domain/calendar-date.ts';
import { newOutcome, type Outcome } from '#core/domain/outcome.ts';
import {
  type Arrangement,
  noArrangement,
  type Referral,
  type ReferralState,
  stateOf,
} from '#core/domain/referral.ts';
import { plainFormat } from '#core/sheet/paper.ts';
import { textsOf } from '../support/core.ts';
import { kindOf, typedWords, valueOf } from '../support/vault.ts';
import { call, openedOffice } from './office.ts';
import {
  consentRequest,
  helper,
  officeWithVisit,
  otherHelper,
  referralDraft,
  saveAtOnce,
  takeBackYes,
  officeWithTyping,
} from './visits.ts';

async function begun() {
  const { office, id } = await officeWithTyping();
  valueOf(await call(office, consent.recordConsent, consentRequest(id, ['alias', 'needs'])));
  const request = { encounterId: id, recipient: helper };
  const referral = valueOf(await call(office, channels.prepareReferral, request));
  return { office, id, referral };
}

type Begun = Awaited<ReturnType<typeof begun>>;

const safePlan: Arrangement = { ...noArrangement, areContactsOfExploiters: 'no' };

const move = ({ office, id }: Begun, referral: Referral, to: ReferralState, plan = noArrangement) =>
  call(office, channels.moveReferral, {
    encounterId: id,
    referralId: referral.id,
    seenMoves: referral.moves.length,
    to,
    next: '',
    dueAt: null,
    note: '',
    arrangement: plan,
  });

async function handedOver(desk: Begun): Promise<Referral> {
  const called = valueOf(await move(desk, desk.referral, 'first-call'));
  return valueOf(await move(desk, called, 'handed-over', safePlan));
}

describe('a referral', () => {
  test('hands nothing over while a number on the plan may be of those the person fears', async () => {
    const desk = await begun();
    const called = valueOf(await move(desk, desk.referral, 'first-call'));
    for (const areContactsOfExploiters of ['not-asked', 'yes', 'unsure'] as const) {
      const plan = { ...noArrangement, areContactsOfExploiters };
      expect(kindOf(await move(desk, called, 'handed-over', plan))).toBe('ContactDoubtful');
    }
    expect(kindOf(await move(desk, called, 'handed-over', safePlan))).toBe('ok');
  });

  test('goes on when the person agrees once more, on a clock that does not stand still', async () => {
    // given
    const { office, id } = await begun();
    office.clock.goOnByItself();
    const request = consentRequest(id, ['alias', 'needs']);
    const seen = async () =>
      valueOf(await call(office, consent.readConsent, { encounterId: id })).length;

    // when
    valueOf(await call(office, consent.recordConsent, { ...request, seen: await seen() }));

    // then
    const [referral] = valueOf(await call(office, channels.readReferrals, { encounterId: id }));
    expect(referral && stateOf(referral)).toBe('prepared');
  });

  test('is begun once, also when the button is pressed twice', async () => {
    const { office, id, referral } = await begun();
    const request = { encounterId: id, recipient: helper };
    expect(valueOf(await call(office, channels.prepareReferral, request))).toEqual(referral);
    const all = valueOf(await call(office, channels.readReferrals, { encounterId: id }));
    expect(all).toEqual([referral]);
  });

  test('takes one move of two that were made from the same state', async () => {
    // given two members who look at the same referral
    const desk = await begun();
    valueOf(await move(desk, desk.referral, 'first-call'));

    // when the second writes from what they saw before
    const late = await move(desk, desk.referral, 'lapsed');

    // then nothing is overwritten
    expect(kindOf(late)).toBe('ChangedMeanwhile');
    const [now] = valueOf(
      await call(desk.office, channels.readReferrals, { encounterId: desk.id }),
    );
    expect(now?.moves.map(({ state }) => state)).toEqual(['prepared', 'first-call']);
  });

  test('stops in the same breath in which the yes is taken back, and nothing moves it again', async () => {
    // given
    const desk = await begun();
    const referral = await handedOver(desk);

    // when
    const { stopped } = valueOf(await takeBackYes(desk.office, desk.id));

    // then
    expect(stopped).toEqual([referral.id]);
    expect(desk.office.changed).toHaveLength(2);
    const [now] = valueOf(
      await call(desk.office, channels.readReferrals, { encounterId: desk.id }),
    );
    expect(now && stateOf(now)).toBe('stopped');
    expect(now && kindOf(await move(desk, now, 'accepted'))).toBe('MoveNotAllowed');
  });

  test('lapses when the yes has run out', async () => {
    const desk = await begun();
    await handedOver(desk);
    desk.office.clock.passDays(31);
    const [now] = valueOf(
      await call(desk.office, channels.readReferrals, { encounterId: desk.id }),
    );
    expect(now && stateOf(now)).toBe('lapsed');
  });

  test('is overdue when nobody made the first call in a day', async () => {
    const { office } = await begun();
    expect(valueOf(await call(office, channels.listReferrals, null)).overdue).toBe(0);
    office.clock.passDays(1);
    expect(valueOf(await call(office, channels.listReferrals, null)).overdue).toBe(1);
  });
});

describe('a day to look again', () => {
  test('stands on the list from the closing of a visit on, is due on its day, and goes with the next outcome', async () => {
    // given
    const { office, id } = await officeWithVisit();
    const again = async () => valueOf(await call(office, channels.listLookAgain, null));
    const outcome: Outcome = {
      kind: 'cannot-refer',
      why: '',
      card: 'nothing',
      reviewOn: CalendarDate.parse('2031-03-07'),
    };
    valueOf(await saveAtOnce(office, id, referralDraft({ outcome })));
    const { caseId } = valueOf(await call(office, confirmAlone, { id }));
    expect(await again()).toEqual({ cases: [], due: 0 });

    // when
    valueOf(await call(office, closeEncounter, { id }));

    // then
    expect(await again()).toEqual({ cases: [{ caseId, dueOn: '2031-03-07' }], due: 0 });
    office.clock.passDays(2);
    expect(await again()).toMatchObject({ due: 1 });

    // when the next visit ends otherwise
    const next = valueOf(await call(office, startNextVisit, { caseId }));
    valueOf(await call(office, confirmAlone, { id: next.id }));
    valueOf(await saveAtOnce(office, next.id, referralDraft({ outcome: newOutcome('declined') })));
    expect(await again()).toMatchObject({ due: 1 });
    valueOf(await call(office, closeEncounter, { id: next.id }));

    // then
    expect(await again()).toEqual({ cases: [], due: 0 });
  });
});

describe('the stop notice', () => {
  const orderOf = ({ id }: Begun, referral: Referral) =>
    ({
      kind: 'stop-notice',
      encounterId: id,
      referralId: referral.id,
      language: 'en',
      format: plainFormat,
    }) as const;

  test('says to a helper who was told that it was taken back, and nothing about the person', async () => {
    // given
    const desk = await begun();
    const referral = await handedOver(desk);
    expect(kindOf(await call(desk.office, previewSheet, orderOf(desk, referral)))).toBe(
      'NothingToStop',
    );
    valueOf(await takeBackYes(desk.office, desk.id));

    // when
    const sheet = valueOf(await call(desk.office, previewSheet, orderOf(desk, referral)));

    // then
    const text = textsOf(sheet).join('\n');
    expect(text).toContain('took back their yes');
    for (const word of Object.values(typedWords)) expect(text).not.toContain(word);
    expect(kindOf(await call(desk.office, printSheet, orderOf(desk, referral)))).toBe('ok');
  });

  test('is not there for a helper who never heard of the person', async () => {
    const desk = await begun();
    valueOf(await takeBackYes(desk.office, desk.id));
    expect(kindOf(await call(desk.office, previewSheet, orderOf(desk, desk.referral)))).toBe(
      'NothingToStop',
    );
  });
});

test('a helper for whom a sheet was made has a notice too: paper may reach them without a note', async () => {
  // given a sheet that was printed, and no move that says so
  const desk = await begun();
  const sheet = {
    kind: 'referral',
    encounterId: desk.id,
    language: 'en',
    recipient: desk.referral.recipient,
    format: plainFormat,
  } as const;
  valueOf(await call(desk.office, printSheet, sheet));
  desk.office.clock.passDays(1);

  // when
  valueOf(await takeBackYes(desk.office, desk.id));

  // then
  const order = {
    kind: 'stop-notice',
    encounterId: desk.id,
    referralId: desk.referral.id,
    language: 'en',
    format: plainFormat,
  } as const;
  const notice = valueOf(await call(desk.office, previewSheet, order));
  expect(textsOf(notice).join('\n')).toContain('On 2031-03-05 we told you about a person');
});

describe('asking without a name', () => {
  test('needs no visit and no gate, and keeps whom and when and nothing else', async () => {
    // given
    const office = await openedOffice();

    // when
    valueOf(await call(office, recordConsultation, { asked: helper, answered: 'yes' }));
    office.clock.passDays(1);
    valueOf(await call(office, recordConsultation, { asked: otherHelper, answered: 'no' }));

    // then
    const kept = valueOf(await call(office, listConsultations, null));
    expect(kept.map(({ asked, answered }) => [asked, answered])).toEqual([
      [otherHelper, false],
      [helper, true],
    ]);
    expect(Object.keys(kept[0] ?? {}).toSorted()).toEqual(['answered', 'asked', 'at', 'by', 'id']);
  });

  test('takes no word about anybody', async () => {
    const office = await openedOffice();
    const more = { asked: helper, answered: 'yes', question: 'Wendolyn Crabbe' };
    const message = { channel: 'consultation.record', request: more };
    expect(await office.dispatch('desk', message)).toEqual({
      ok: false,
      error: { kind: 'Refused' },
    });
  });
});
