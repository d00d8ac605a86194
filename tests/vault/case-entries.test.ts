import { describe, expect, test } from 'vitest';
import { CaseEntryId } from '#core/domain/case-entry.ts';
import { RecordAltered } from '../../electron/vault/audit-log.ts';
import { createIdSource } from '../../electron/platform/system.ts';
import { changeCaseKeys } from '../../electron/vault/case-key.ts';
import { commit } from '../../electron/vault/database.ts';
import {
  addEntry,
  type Drawer,
  readEntries,
} from '../../electron/vault/repositories/case-entry.ts';
import type { VaultSession } from '../../electron/vault/vault.ts';
import { typedDraft } from '../support/vault.ts';
import { addCase, clock, twoMembers } from './members.ts';

const ids = createIdSource(clock);
const drawers: readonly Drawer[] = ['record', 'restricted', 'persons-and-vehicles'];

describe('the entries of a case', () => {
  test('come back in their order, each from its own drawer', async () => {
    // given
    const { lead } = await twoMembers();
    const { caseId } = addCase(lead, typedDraft());

    // when
    for (const drawer of drawers)
      for (const words of ['first', 'second']) add(lead, caseId, drawer, `${drawer} ${words}`);

    // then
    for (const drawer of drawers)
      expect(readEntries(lead, caseId, drawer)).toMatchObject([
        { number: 1, by: lead.member.id, content: `${drawer} first` },
        { number: 2, by: lead.member.id, content: `${drawer} second` },
      ]);
  });

  test('open for nobody without the key of the case', async () => {
    const { lead, colleague } = await twoMembers();
    const { caseId } = addCase(lead, typedDraft());
    add(lead, caseId, 'restricted', 'x');
    expect(readEntries(colleague, caseId, 'restricted')).toBeUndefined();
  });

  test('stay what they are, and still signed, when their case gets another key', async () => {
    // given
    const { lead } = await twoMembers();
    const { caseId } = addCase(lead, typedDraft());
    for (const drawer of drawers) add(lead, caseId, drawer, `${drawer} words`);
    const before = drawers.map((drawer) => readEntries(lead, caseId, drawer));

    // when
    const left = commit(lead.database, () => changeCaseKeys(lead, [caseId]));

    // then
    expect(left).toEqual([]);
    expect(drawers.map((drawer) => readEntries(lead, caseId, drawer))).toEqual(before);
    expect(before.flat()).toHaveLength(drawers.length);
  });

  test('are neither changed nor removed', async () => {
    const { lead } = await twoMembers();
    const { caseId } = addCase(lead, typedDraft());
    add(lead, caseId, 'record', 'x');
    for (const change of [
      "UPDATE case_entry SET added_at = '2020-01-01T00:00:00.000Z'",
      'DELETE FROM case_entry',
      "UPDATE case_entry SET drawer = 'restricted'",
    ])
      expect(() => commit(lead.database, () => lead.database.exec(change))).toThrow(
        'only ever added',
      );
  });

  test.each<[string, string]>([
    [
      'with another date',
      "UPDATE case_entry SET added_at = '2020-01-01T00:00:00.000Z' WHERE number = 2",
    ],
    [
      'in another drawer',
      "UPDATE case_entry SET drawer = 'record', number = 3 WHERE drawer = 'restricted'",
    ],
    ['when the last one is gone', 'DELETE FROM case_entry WHERE number = 2'],
    [
      'when another has its text',
      'UPDATE case_entry SET sealed = (SELECT sealed FROM case_entry WHERE number = 1)',
    ],
  ])('are not served %s', async (_, change) => {
    // given
    const { lead } = await twoMembers();
    const { caseId } = addCase(lead, typedDraft());
    add(lead, caseId, 'record', 'first');
    add(lead, caseId, 'record', 'second');
    add(lead, caseId, 'restricted', 'kept apart');

    // when somebody with a tool for the store takes the triggers away
    commit(lead.database, () => {
      lead.database.exec('DROP TRIGGER case_entry_is_never_changed');
      lead.database.exec('DROP TRIGGER case_entry_is_never_removed');
      lead.database.exec(change);
    });

    // then
    expect(() => readEntries(lead, caseId, 'record')).toThrow(RecordAltered);
  });

  test('are not served under the name of a colleague who did not sign them', async () => {
    // given
    const { lead, colleague } = await twoMembers();
    const { caseId } = addCase(lead, typedDraft());
    add(lead, caseId, 'record', 'first');

    // when
    commit(lead.database, () => {
      lead.database.exec('DROP TRIGGER case_entry_is_never_changed');
      lead.database.prepare('UPDATE case_entry SET added_by = ?').run([colleague.member.id]);
    });

    // then
    expect(() => readEntries(lead, caseId, 'record')).toThrow(RecordAltered);
  });
});

function add(
  session: VaultSession,
  caseId: Parameters<typeof addEntry>[1],
  drawer: Drawer,
  content: string,
): void {
  const id = CaseEntryId.parse(ids.next());
  commit(session.database, () =>
    addEntry(session, caseId, drawer, { id, at: clock.now(), content }),
  );
}
