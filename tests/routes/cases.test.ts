import { describe, expect, test } from 'vitest';
import type { CaseId, EncounterId } from '#core/domain/encounter.ts';
import * as cases from '#core/ipc/case-channels.ts';
import * as encounters from '#core/ipc/encounter-channels.ts';
import { changeFacility, readFacility } from '#core/ipc/facility-channels.ts';
import { lockVault, unlockVault } from '#core/ipc/vault-channels.ts';
import { call, type Office } from './office.ts';
import { saveAtOnce } from './visits.ts';
import { kindOf, sampleRequest, typedDraft, typedWords, valueOf } from '../support/vault.ts';
import { closedDraft, officeWithCase } from './closed-case.ts';

describe('a next visit', () => {
  test('belongs to the same case, begins with fresh questions, and keeps the name and the language', async () => {
    // given
    const { office, caseId } = await officeWithCase();

    // when
    const next = valueOf(await call(office, cases.startNextVisit, { caseId }));
    const { draft } = valueOf(await call(office, encounters.confirmAlone, { id: next.id }));

    // then
    expect(next).toMatchObject({ caseId, state: 'draft' });
    expect(draft).toMatchObject({ alias: typedWords.alias, language: 'en' });
    expect(draft.ownView).toEqual({ rating: 'not-asked', words: '' });
    expect(draft.danger.threatNow).toBe('not-asked');
    expect(draft.observations).toEqual({});
    expect(draft.outcome).toEqual({ kind: 'undecided' });
  });

  test('arms the gate of the visit before', async () => {
    const { office, caseId, id } = await officeWithCase();
    valueOf(await call(office, encounters.confirmAlone, { id }));
    valueOf(await call(office, cases.startNextVisit, { caseId }));
    expect(office.desk.openVisit()).toBeUndefined();
  });

  test('is not begun in a case that there is not', async () => {
    const { office } = await officeWithCase();
    const request = cases.startNextVisit.request.parse({ caseId: nobody });
    expect(kindOf(await call(office, cases.startNextVisit, request))).toBe('CaseUnknown');
  });
});

test('a visit begins with the questions for the kind of place this is', async () => {
  const { office, caseId } = await officeWithCase();
  const facility = valueOf(await call(office, readFacility, null));
  valueOf(await call(office, changeFacility, { ...facility, setting: 'maternity' }));
  for (const begin of [
    () => call(office, encounters.startEncounter, null),
    () => call(office, cases.startNextVisit, { caseId }),
  ]) {
    const { id } = valueOf(await begin());
    const { draft } = valueOf(await call(office, encounters.confirmAlone, { id }));
    expect(draft.talk.setting).toBe('maternity');
  }
});

describe('what is read at the desk without the person', () => {
  const ask: Readonly<Record<string, (office: Office, caseId: CaseId) => Promise<string>>> = {
    'the search': async (office) =>
      kindOf(await call(office, cases.findCases, { words: '', after: 0, count: 10 })),
    'the page of a case': async (office, caseId) =>
      kindOf(await call(office, cases.readCase, { caseId })),
    'the danger of a case': async (office, caseId) =>
      kindOf(await call(office, cases.readDanger, { caseId })),
    'adding to a case': async (office, caseId) =>
      kindOf(
        await call(office, cases.addNote, { caseId, note: { kind: 'moved', on: '2031-03-01' } }),
      ),
  };

  test('is open once somebody confirmed that only staff can see', async () => {
    const { office, caseId } = await officeWithCase();
    for (const [what, question] of Object.entries(ask))
      expect([what, await question(office, caseId)]).toEqual([what, 'GateArmed']);
    valueOf(await call(office, cases.confirmStaffOnly, null));
    for (const [what, question] of Object.entries(ask))
      expect([what, await question(office, caseId)]).toEqual([what, 'ok']);
  });

  test.each<[string, (office: Office, about: { id: EncounterId; caseId: CaseId }) => unknown]>([
    [
      'a visit is opened with the person',
      (office, { id }) => call(office, encounters.confirmAlone, { id }),
    ],
    ['a first visit begins', (office) => call(office, encounters.startEncounter, null)],
    ['a next visit begins', (office, { caseId }) => call(office, cases.startNextVisit, { caseId })],
    ['the cover comes', (office) => office.desk.cover()],
    ['the gate is armed by hand', (office) => call(office, encounters.armGate, null)],
    [
      'it was locked and unlocked',
      async (office) => {
        await call(office, lockVault, null);
        const { signInName, password } = sampleRequest;
        valueOf(await call(office, unlockVault, { signInName, password }));
      },
    ],
  ])('is shut when %s', async (_, interrupt) => {
    // given
    const { office, caseId, id } = await officeWithCase();
    valueOf(await call(office, cases.confirmStaffOnly, null));

    // when
    await interrupt(office, { id, caseId });

    // then
    for (const [what, question] of Object.entries(ask))
      expect([what, await question(office, caseId)]).toEqual([what, 'GateArmed']);
  });

  test('opens no visit: a draft is neither read nor saved', async () => {
    // given
    const { office, caseId } = await officeWithCase();
    const { id } = valueOf(await call(office, cases.startNextVisit, { caseId }));
    valueOf(await call(office, encounters.confirmAlone, { id }));

    // when
    valueOf(await call(office, cases.confirmStaffOnly, null));

    // then
    expect(office.desk.openVisit()).toBeUndefined();
    expect(kindOf(await saveAtOnce(office, id, typedDraft()))).toBe('GateArmed');
  });
});

describe('the page of a case', () => {
  test('says for every visit who began it, when, and what was asked', async () => {
    // given
    const { office, caseId, id } = await officeWithCase();
    const next = valueOf(await call(office, cases.startNextVisit, { caseId }));
    valueOf(await call(office, cases.confirmStaffOnly, null));

    // when
    const page = valueOf(await call(office, cases.readCase, { caseId }));

    // then
    const member = office.desk.session().member;
    expect(page.aliases).toEqual([typedWords.alias]);
    expect(page.visits).toMatchObject([
      { id: next.id, state: 'draft', asked: [], by: member.id },
      {
        id,
        state: 'closed',
        by: member.id,
        asked: ['danger-now', 'safe-tonight', 'own-view', 'signs', 'needs', 'safe-contact'],
        outcome: 'declined',
      },
    ]);
    expect(page.members).toEqual([{ id: member.id, displayName: member.displayName }]);
  });

  test('briefs of what earlier visits asked, by whom and when, and of nothing in the one that is prepared', async () => {
    // given a visit in which most was asked, and another after it
    const { office, caseId, id } = await officeWithCase();
    const [{ startedAt } = { startedAt: '' }] = valueOf(
      await call(office, cases.listCases, { after: 0, count: 1 }),
    ).cases.map(({ last }) => last);
    const { id: preparing } = valueOf(await call(office, cases.startNextVisit, { caseId }));
    valueOf(await call(office, cases.confirmStaffOnly, null));

    // when
    const { briefing } = valueOf(await call(office, cases.readCase, { caseId, preparing }));

    // then
    expect(briefing).toMatchObject({
      visits: 1,
      last: { ownRating: closedDraft.ownView.rating, language: closedDraft.language },
      level: 'today',
      companions: [],
      accumulated: [],
    });
    expect(briefing.asked).toEqual([
      {
        startedAt,
        by: office.desk.session().member.id,
        subjects: ['danger-now', 'safe-tonight', 'own-view', 'signs', 'needs', 'safe-contact'].map(
          (asked) => ({ asked, times: 1 }),
        ),
      },
    ]);

    // and what it says of danger can be read for every visit
    const dangers = valueOf(await call(office, cases.readDanger, { caseId }));
    expect(dangers.map((danger) => danger.id)).toEqual([preparing, id]);
    expect(dangers.map(({ ownRating }) => ownRating)).toEqual(['not-asked', 'worried']);
  });

  test('keeps a closed visit as it was, and the correction beside it, signed', async () => {
    // given
    const { office, caseId, id } = await officeWithCase();
    valueOf(await call(office, cases.confirmStaffOnly, null));

    // when
    const note = { kind: 'correction' as const, encounterId: id, words: 'It was the other arm.' };
    const added = valueOf(await call(office, cases.addNote, { caseId, note }));

    // then
    expect(added).toMatchObject({ by: office.desk.session().member.id, content: note });
    const page = valueOf(await call(office, cases.readCase, { caseId }));
    expect(page.entries.at(-1)).toEqual(added);
    const { draft } = valueOf(await call(office, encounters.confirmAlone, { id }));
    expect(draft).toEqual(closedDraft);
  });

  test('takes no correction to a visit that is open or of another case', async () => {
    const { office, caseId } = await officeWithCase();
    const open = valueOf(await call(office, cases.startNextVisit, { caseId }));
    const other = valueOf(await call(office, encounters.startEncounter, null));
    valueOf(await call(office, cases.confirmStaffOnly, null));
    const correct = async (encounterId: EncounterId) =>
      kindOf(
        await call(office, cases.addNote, {
          caseId,
          note: { kind: 'correction', encounterId, words: 'x' },
        }),
      );
    expect(await correct(open.id)).toBe('VisitStillOpen');
    expect(await correct(other.id)).toBe('EncounterUnknown');
  });
});

const nobody = '0198c0de-0000-7000-8000-000000000000';
