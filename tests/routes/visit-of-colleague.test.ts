import { describe, expect, test } from 'vitest';
import * as access from '#core/ipc/access-channels.ts';
import * as cases from '#core/ipc/case-channels.ts';
import * as encounters from '#core/ipc/encounter-channels.ts';
import * as staff from '#core/ipc/staff-channels.ts';
import { lockVault, unlockVault } from '#core/ipc/vault-channels.ts';
import { noCompanyNoted } from '#core/domain/company.ts';
import { newOutcome } from '#core/domain/outcome.ts';
import { PromptId } from '#core/domain/talk.ts';
import { kindOf, sampleRequest, typedDraft, typedWords, valueOf } from '../support/vault.ts';
import { call, type Office, openedOffice } from './office.ts';
import { saveAtOnce } from './visits.ts';

const colleague = {
  displayName: 'Ombrellino',
  role: 'clinician',
  signInName: 'ombrellino',
  password: 'another gantry of lilac snow',
} as const;

async function signIn(
  office: Office,
  { signInName, password }: { readonly signInName: string; readonly password: string },
): Promise<void> {
  await call(office, lockVault, null);
  valueOf(await call(office, unlockVault, { signInName, password }));
}

/** The lead has a visit open in a case that a colleague may read; the colleague is at the desk. */
async function visitOfLead() {
  const office = await openedOffice();
  const { id, caseId } = valueOf(await call(office, encounters.startEncounter, null));
  valueOf(await call(office, encounters.confirmAlone, { id }));
  valueOf(await saveAtOnce(office, id, typedDraft()));
  const added = valueOf(await call(office, staff.addMember, colleague));
  // Adding somebody locks.
  await signIn(office, sampleRequest);
  valueOf(await call(office, cases.confirmStaffOnly, null));
  valueOf(await call(office, access.shareCase, { caseId, to: added.id }));
  await signIn(office, colleague);
  return { office, id, caseId, other: added.id };
}

describe('a visit that a colleague has open', () => {
  test('is not written in and not closed by another, who sees whose it is', async () => {
    // given
    const { office, id, caseId } = await visitOfLead();
    const { displayName } = sampleRequest;

    // when
    valueOf(await call(office, encounters.confirmAlone, { id }));
    const saved = await saveAtOnce(office, id, typedDraft({ alias: 'Zqover' }));
    const closed = await call(office, encounters.closeEncounter, { id });
    const noted = await call(office, encounters.noteCompany, { id, company: noCompanyNoted });
    const list = valueOf(await call(office, cases.listCases, { after: 0, count: 10 }));
    valueOf(await call(office, cases.confirmStaffOnly, null));
    const page = valueOf(await call(office, cases.readCase, { caseId }));

    // then
    for (const reply of [saved, closed, noted])
      expect(reply).toEqual({
        ok: false,
        error: { kind: 'VisitOfColleague', colleague: displayName },
      });
    expect(list.cases).toMatchObject([{ caseId, openOf: displayName }]);
    expect(page.heldByOthers).toEqual([id]);
    // and the lead finds every word
    await signIn(office, sampleRequest);
    const mine = valueOf(await call(office, encounters.confirmAlone, { id }));
    expect(mine.draft).toEqual(typedDraft());
    expect(
      valueOf(await call(office, cases.listCases, { after: 0, count: 10 })).cases,
    ).toMatchObject([{ openOf: null }]);
  });

  test('does not keep the other from a visit of their own, which says what the first one asked', async () => {
    // given
    const { office, id, caseId } = await visitOfLead();

    // when
    const next = valueOf(await call(office, cases.startNextVisit, { caseId }));
    const own = valueOf(await call(office, encounters.confirmAlone, { id: next.id }));
    const asked = valueOf(await call(office, encounters.readAskedBefore, { id: next.id }));

    // then
    expect(own.draft.alias).toBe(typedWords.alias);
    expect(asked.visits).toBe(1);
    expect(asked.subjects).toContainEqual({
      subject: 'own-view',
      times: 1,
      lastAt: expect.any(String),
      by: sampleRequest.displayName,
    });
    valueOf(await saveAtOnce(office, next.id, typedDraft({ alias: 'Zqsecond' })));
    await signIn(office, sampleRequest);
    expect(valueOf(await call(office, encounters.confirmAlone, { id })).draft).toEqual(
      typedDraft(),
    );
  });

  test('is everybody’s who may read the case once its member cannot go on with it', async () => {
    // given a visit of the colleague
    const { office, caseId, other } = await visitOfLead();
    const { id } = valueOf(await call(office, cases.startNextVisit, { caseId }));
    await signIn(office, sampleRequest);
    valueOf(await call(office, encounters.confirmAlone, { id }));
    expect(kindOf(await saveAtOnce(office, id, typedDraft()))).toBe('VisitOfColleague');

    // when
    valueOf(await call(office, staff.changeMember, { member: other, change: { kind: 'suspend' } }));

    // then
    expect(kindOf(await saveAtOnce(office, id, typedDraft()))).toBe('ok');
  });

  test('can be looked back at by both once it is closed', async () => {
    const { office, id } = await visitOfLead();
    await signIn(office, sampleRequest);
    valueOf(await call(office, encounters.confirmAlone, { id }));
    valueOf(await saveAtOnce(office, id, typedDraft({ outcome: newOutcome('declined') })));
    valueOf(await call(office, encounters.closeEncounter, { id }));
    await signIn(office, colleague);
    expect(kindOf(await call(office, encounters.confirmAlone, { id }))).toBe('ok');
  });
});

test('what was asked before counts earlier visits, question by question, and not the present one', async () => {
  // given
  const today = PromptId.parse('prompt.open-today');
  const { office, id, caseId } = await visitOfLead();
  await signIn(office, sampleRequest);
  valueOf(await call(office, encounters.confirmAlone, { id }));
  const draft = typedDraft({ outcome: newOutcome('declined') });
  valueOf(await saveAtOnce(office, id, { ...draft, talk: { ...draft.talk, asked: [today] } }));
  valueOf(await call(office, encounters.closeEncounter, { id }));
  const next = valueOf(await call(office, cases.startNextVisit, { caseId }));

  // when
  const armed = kindOf(await call(office, encounters.readAskedBefore, { id: next.id }));
  valueOf(await call(office, encounters.confirmAlone, { id: next.id }));
  valueOf(await saveAtOnce(office, next.id, typedDraft()));
  const asked = valueOf(await call(office, encounters.readAskedBefore, { id: next.id }));

  // then
  expect(armed).toBe('GateArmed');
  expect(asked.prompts).toMatchObject([{ prompt: today, times: 1 }]);
  expect(asked.subjects.map(({ times }) => times)).toEqual(asked.subjects.map(() => 1));
  expect(asked.subjects.map(({ subject }) => subject)).toContain('danger-now');
  expect(kindOf(await call(office, encounters.readAskedBefore, { id }))).toBe('GateArmed');
});

describe('the colleague a person comes to', () => {
  test('is named among those who may read the case, and the latest name counts', async () => {
    const { office, caseId, other } = await visitOfLead();
    await signIn(office, sampleRequest);
    valueOf(await call(office, cases.confirmStaffOnly, null));
    const page = async () => valueOf(await call(office, cases.readCase, { caseId }));
    const name = async (member: typeof other | null) =>
      call(office, cases.addNote, { caseId, note: { kind: 'named-colleague', member } });
    expect((await page()).namedColleague).toBeNull();
    valueOf(await name(other));
    expect((await page()).namedColleague).toBe(other);
    expect((await page()).members).toContainEqual({ id: other, displayName: 'Ombrellino' });
    valueOf(await name(null));
    expect((await page()).namedColleague).toBeNull();

    valueOf(await call(office, access.withdrawCase, { caseId, from: other }));
    expect(kindOf(await name(other))).toBe('MemberUnknown');
  });
});
