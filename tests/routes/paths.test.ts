import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EncounterId } from '#core/domain/encounter.ts';
import { isOpen, stateOf } from '#core/domain/referral.ts';
import { shareCase } from '#core/ipc/access-channels.ts';
import { confirmAlone, startEncounter } from '#core/ipc/encounter-channels.ts';
import * as referrals from '#core/ipc/referral-channels.ts';
import { valueOf } from '../support/vault.ts';
import { call } from './office.ts';
import { referralDraft, saveAtOnce } from './visits.ts';
import { officeOfTwo, type Two } from './two-members.ts';
import { beginnings, someActs } from './acts.ts';
import { type Said, same, tryOne } from './try-act.ts';

// Everything by which something can leave, tried in random order by two members, beside a model
// of what was said and signed. The model is the only judge here: not the code, not the store.

test('nothing ever leaves but by a yes in force, or by a ground that was put down and, for a duty, signed', async () => {
  const desk = await officeOfTwo();
  const left = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(someActs, async (acts) => {
      await desk.comes('lead');
      const { id, caseId } = valueOf(await call(desk.office, startEncounter, null));
      valueOf(await call(desk.office, confirmAlone, { id }));
      valueOf(await call(desk.office, shareCase, { caseId, to: desk.colleagueId }));
      const said: Said = { yes: new Set(), missing: false, who: 'lead', left: 0 };
      await restore(desk, id, said.who);
      for (const act of acts) {
        const before = rows(desk);
        await tryOne(desk, id, caseId, act, said);
        const more = rows(desk) - before;
        if (more > 0) left.set(act.do, (left.get(act.do) ?? 0) + more);
        if (disturbing.has(act.do)) await restore(desk, id, said.who);
        const open = valueOf(await call(desk.office, referrals.readReferrals, { encounterId: id }))
          .filter((each) => isOpen(stateOf(each)))
          .flatMap(({ items }) => items);
        for (const item of open) same(item, said.yes.has(item), true);
      }
      expect(rows(desk, caseId)).toBe(said.left);
    }),
    // Each beginning as it is, and then what may come after it by chance.
    { numRuns: 30, endOnFailure: true, examples: beginnings.map((acts) => [acts]) },
  );
  // By each way out something left: not everything was refused.
  expect([...left.keys()].toSorted()).toEqual(
    ['move', 'pass-on', 'print-ground', 'print-referral', 'report-missing'].toSorted(),
  );
}, 300_000);

/** After these the gate is armed, or the visit has been asked anew what the person wants. */
const disturbing: ReadonlySet<string> = new Set(['come', 'withdraw', 'report-missing']);

/** Somebody says again that nobody else is there, and the visit holds what was typed. */
async function restore(desk: Two, id: EncounterId, who: Said['who']): Promise<void> {
  // The visit is the lead's: nobody else writes in it.
  if (who === 'colleague') await desk.comes('lead');
  valueOf(await call(desk.office, confirmAlone, { id }));
  valueOf(await saveAtOnce(desk.office, id, referralDraft()));
  if (who === 'lead') return;
  await desk.comes('colleague');
  valueOf(await call(desk.office, confirmAlone, { id }));
}

function rows({ office }: Two, caseId?: string): number {
  const { database } = office.desk.session();
  return Number(
    caseId === undefined
      ? database.prepare('SELECT count(*) FROM disclosure', { pluck: true }).get([])
      : database
          .prepare('SELECT count(*) FROM disclosure WHERE case_id = ?', { pluck: true })
          .get([caseId]),
  );
}
