import { describe, expect, test } from 'vitest';
import { ContactId } from '#core/domain/contact.ts';
import { GroundBody, GroundId, type GroundKind } from '#core/domain/ground.ts';
import { createIdSource } from '../../electron/platform/system.ts';
import { share, withdraw } from '../../electron/vault/access.ts';
import { RecordAltered } from '../../electron/vault/audit-log.ts';
import { commit } from '../../electron/vault/database.ts';
import * as store from '../../electron/vault/repositories/ground.ts';
import { addDisclosure } from '../../electron/vault/repositories/disclosure.ts';
import type { VaultSession } from '../../electron/vault/vault.ts';
import { kindOf, typedDraft, valueOf } from '../support/vault.ts';
import { addCase, clock, twoMembers } from './members.ts';

const ids = createIdSource(clock);
const helper = ContactId.parse('contact.fi-nollalinja');
const reason = 'bruised quincunx glove';

describe('a ground', () => {
  test('opens to whoever it was shown to, with no key to the case, and to nobody else', async () => {
    // given a case of the lead's
    const { lead, colleague } = await twoMembers();
    const shown = putDown(lead, 'child', [colleague.member.id]);
    const kept = putDown(lead, 'child', []);

    // when, then
    expect(valueOf(store.readGround(colleague, shown)).body.facts.reason).toBe(reason);
    expect(kindOf(store.readGround(colleague, kept))).toBe('GroundUnknown');
    expect(store.listGrounds(colleague).map(({ id }) => id)).toEqual([shown]);
    expect(store.listGrounds(lead).map(({ id }) => id)).toEqual([shown, kept]);
  });

  test('goes on opening to all of them when its case gets another key, time after time', async () => {
    // given
    const { lead, colleague } = await twoMembers();
    const visit = addCase(lead, typedDraft());
    const grounds: GroundId[] = [];
    for (const _ of [1, 2, 3]) {
      grounds.push(putDown(lead, 'legal-duty', [colleague.member.id], visit));
      valueOf(share(lead, visit.caseId, colleague.member.id));

      // when
      valueOf(withdraw(lead, visit.caseId, colleague.member.id));

      // then
      for (const session of [lead, colleague])
        for (const id of grounds)
          expect(valueOf(store.readGround(session, id)).body.facts.reason).toBe(reason);
    }
  });

  test('opens to no administrator, also when they were shown it before they became one', async () => {
    // given
    const { lead, colleague } = await twoMembers();
    const id = putDown(lead, 'legal-duty', [colleague.member.id]);
    const member = { ...colleague.member, role: 'administrator' as const };

    // when, then
    expect(kindOf(store.readGround({ ...colleague, member }, id))).toBe('GroundUnknown');
    expect(store.listGrounds({ ...colleague, member })).toEqual([]);
    expect(kindOf(store.readGround(colleague, id))).toBe('ok');
  });

  test('is signed by another member once, and never by whoever made it', async () => {
    // given
    const { lead, colleague } = await twoMembers();
    const id = putDown(lead, 'legal-duty', [colleague.member.id]);
    const sign = (session: VaultSession) => () =>
      commit(session.database, () => store.addCountersignature(session, id, clock.now()));

    // when, then
    expect(sign(lead)).toThrow('another member countersigns');
    sign(colleague)();
    expect(valueOf(store.readGround(lead, id)).listing.signedBy).toBe(colleague.member.id);
    expect(sign(colleague)).toThrow('UNIQUE');
  });

  test('lets nothing out for a duty before the second signature, whoever writes it', async () => {
    // given
    const { lead, colleague } = await twoMembers();
    const id = putDown(lead, 'legal-duty', [colleague.member.id]);
    const { caseId } = valueOf(store.readGround(lead, id)).listing;
    const pass = (items: readonly ('alias' | 'needs')[]) =>
      commit(lead.database, () =>
        addDisclosure(lead, {
          id: ids.next(),
          caseId,
          kind: 'sheet',
          recipient: helper,
          purpose: 'referral',
          items,
          groundId: id,
          issuedAt: clock.now(),
        }),
      );

    // when, then
    expect(kindOf(pass(['alias']))).toBe('ConsentMissing');
    commit(colleague.database, () => store.addCountersignature(colleague, id, clock.now()));
    expect(kindOf(pass(['alias', 'needs']))).toBe('ConsentMissing');
    expect(kindOf(pass(['alias']))).toBe('ok');
  });

  test('does not take a countersignature that nobody made', async () => {
    // given a row that was written with another tool in the name of the colleague
    const { lead, colleague } = await twoMembers();
    const id = putDown(lead, 'legal-duty', [colleague.member.id]);
    lead.database
      .prepare('INSERT INTO countersignature VALUES (?, ?, ?, ?)')
      .run([id, clock.now(), colleague.member.id, Buffer.alloc(64, 7)]);

    // when, then the log knows another state of it
    expect(() => store.readGround(lead, id)).toThrow(RecordAltered);
  });

  test('is never changed or removed', async () => {
    const { lead } = await twoMembers();
    putDown(lead, 'child', []);
    const run = (sql: string) => () => lead.database.exec(sql);
    expect(run("UPDATE ground SET kind = 'legal-duty'")).toThrow('only ever added');
    expect(run('DELETE FROM ground')).toThrow('only ever added');
  });
});

function putDown(
  session: VaultSession,
  kind: GroundKind,
  readers: Parameters<typeof store.addGround>[2],
  { id: encounterId, caseId } = addCase(session, typedDraft()),
): GroundId {
  const id = GroundId.parse(ids.next());
  const body = GroundBody.parse({
    id,
    caseId,
    encounterId,
    facts: {
      kind,
      law: 'law.fi-minor',
      recipient: helper,
      facts: 'They said that they are 16.',
      reason,
      items: ['alias'],
      told: { kind: 'told', words: 'That we tell child welfare.' },
    },
    madeAt: clock.now(),
    madeBy: session.member.id,
  });
  commit(session.database, () => store.addGround(session, body, readers));
  return id;
}
