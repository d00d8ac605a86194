import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { assert } from '#core/base/assert.ts';
import { ConsentItem } from '#core/domain/consent.ts';
import type { EncounterId } from '#core/domain/encounter.ts';
import { GroundId } from '#core/domain/ground.ts';
import { canMove, isOpen, noArrangement, ReferralState, stateOf } from '#core/domain/referral.ts';
import { shareCase } from '#core/ipc/access-channels.ts';
import { withdrawConsent } from '#core/ipc/consent-channels.ts';
import { listConsultations, recordConsultation } from '#core/ipc/consultation-channels.ts';
import { confirmAlone, startEncounter } from '#core/ipc/encounter-channels.ts';
import * as grounds from '#core/ipc/ground-channels.ts';
import * as missing from '#core/ipc/missing-channels.ts';
import * as referrals from '#core/ipc/referral-channels.ts';
import { confirmStaffOnly } from '#core/ipc/case-channels.ts';
import { printSheet } from '#core/ipc/sheet-channels.ts';
import { plainFormat } from '#core/sheet/paper.ts';
import { Sheet } from '#core/sheet/sheet.ts';
import { missingRequest } from '../../build/bench/consent-request.ts';
import { found, textsOf } from '../support/core.ts';
import { typedWords, valueOf } from '../support/vault.ts';
import { agreeTo, call, helper, referralDraft, saveAtOnce } from './office.ts';
import { officeOfTwo, type Two } from './two-members.ts';

// Everything by which something can leave, tried in random order by two members, beside a model
// of what was said and signed. The model is the only judge here: not the code, not the store.

type Act =
  | { readonly do: 'agree'; readonly items: readonly ConsentItem[] }
  | { readonly do: 'withdraw' | 'come' | 'consult' | 'keep-missing' | 'take-back-missing' }
  | {
      readonly do: 'put-down';
      readonly kind: 'danger-to-life' | 'child' | 'legal-duty';
      readonly items: readonly ConsentItem[];
    }
  | { readonly do: 'sign' | 'pass-on' | 'print-ground' | 'print-referral' | 'report-missing' }
  | { readonly do: 'prepare' }
  | { readonly do: 'move'; readonly to: ReferralState };

const someItems = fc.subarray([...ConsentItem.options], { minLength: 1 });
const someAct = fc.oneof(
  fc.record({ do: fc.constant('agree' as const), items: someItems }),
  fc.record({
    do: fc.constantFrom(
      'withdraw' as const,
      'come' as const,
      'consult' as const,
      'keep-missing' as const,
      'take-back-missing' as const,
      'sign' as const,
      'pass-on' as const,
      'print-ground' as const,
      'print-referral' as const,
      'report-missing' as const,
      'prepare' as const,
    ),
  }),
  fc.record({
    do: fc.constant('put-down' as const),
    kind: fc.constantFrom('danger-to-life' as const, 'child' as const, 'legal-duty' as const),
    items: someItems,
  }),
  fc.record({ do: fc.constant('move' as const), to: fc.constantFrom(...ReferralState.options) }),
  // Moves that are allowed one after the other are rare among all.
  fc.record({
    do: fc.constant('move' as const),
    to: fc.constantFrom('first-call' as const, 'handed-over' as const, 'accepted' as const),
  }),
) satisfies fc.Arbitrary<Act>;

/** What many of them begin with, so that each way out is gone at all: also where chance takes none. */
const beginnings: readonly (readonly Act[])[] = [
  [],
  [
    { do: 'agree', items: ['alias', 'needs'] },
    { do: 'prepare' },
    { do: 'print-referral' },
    { do: 'move', to: 'first-call' },
    { do: 'move', to: 'handed-over' },
  ],
  [{ do: 'put-down', kind: 'child', items: ['alias'] }, { do: 'pass-on' }, { do: 'print-ground' }],
  [{ do: 'keep-missing' }, { do: 'report-missing' }],
];
const someActs = fc
  .tuple(fc.constantFrom(...beginnings), fc.array(someAct, { minLength: 6, maxLength: 14 }))
  .map((parts): readonly Act[] => parts.flat());

/** What was said and signed in one case, kept by hand. */
type Said = {
  yes: ReadonlySet<ConsentItem>;
  missing: boolean;
  who: 'lead' | 'colleague';
  ground?: {
    id: GroundId;
    kind: string;
    items: readonly ConsentItem[];
    by: string;
    signed: boolean;
  };
  /** How often something left, by the model. */
  left: number;
};

const laws = {
  'danger-to-life': 'law.fi-life-in-danger',
  child: 'law.fi-minor',
  'legal-duty': 'law.fi-duty-to-report',
} as const;
const given = { how: 'pointed' } as const;
const wordsOf: Partial<Record<ConsentItem, string>> = {
  alias: typedWords.alias,
  'own-view': typedWords.ownView,
  observations: typedWords.otherSign,
  'safe-contact': typedWords.safeContact,
};

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

async function tryOne(
  desk: Two,
  encounterId: EncounterId,
  caseId: Two['caseId'],
  act: Act,
  said: Said,
): Promise<void> {
  const { office } = desk;
  switch (act.do) {
    case 'agree':
      valueOf(await agreeTo(office, encounterId, act.items));
      said.yes = new Set(act.items);
      return;
    case 'withdraw':
      valueOf(
        await call(office, withdrawConsent, {
          encounterId,
          recipient: helper,
          purpose: 'referral',
          language: 'en',
          given,
        }),
      );
      said.yes = new Set();
      return;
    case 'come':
      said.who = said.who === 'lead' ? 'colleague' : 'lead';
      await desk.comes(said.who);
      return;
    case 'consult': {
      valueOf(await call(office, recordConsultation, { asked: helper, answered: 'yes' }));
      const kept = JSON.stringify(valueOf(await call(office, listConsultations, null)));
      for (const words of [...Object.values(typedWords), caseId, encounterId])
        same(words, kept.includes(words), false);
      return;
    }
    case 'keep-missing': {
      const { seen } = valueOf(await call(office, missing.readMissingFacts, { encounterId }));
      const request = missingRequest(
        { encounterId, recipient: helper, seen },
        { height: '163 cm' },
      );
      valueOf(await call(office, missing.keepMissingFacts, request));
      said.missing = true;
      return;
    }
    case 'take-back-missing':
      valueOf(
        await call(office, missing.takeBackMissingFacts, { encounterId, language: 'en', given }),
      );
      said.missing = false;
      return;
    case 'put-down': {
      const facts = {
        kind: act.kind,
        law: laws[act.kind],
        recipient: helper,
        facts: 'Something was seen.',
        reason: 'Something cannot wait.',
        items: [...act.items],
        told: { kind: 'told' as const, words: 'Yes.' },
      };
      const request = { encounterId, facts, readers: [desk.colleagueId] };
      const { id } = valueOf(await call(office, grounds.recordGround, request));
      said.ground = { id, kind: act.kind, items: act.items, by: said.who, signed: false };
      return;
    }
    case 'sign': {
      if (said.ground === undefined) return;
      const signed = await call(office, grounds.countersign, { id: said.ground.id });
      same(act.do, signed.ok, said.ground.by !== said.who && !said.ground.signed);
      said.ground.signed ||= signed.ok;
      return;
    }
    case 'pass-on':
    case 'print-ground':
      return useGround(desk, encounterId, act.do, said);
    case 'print-referral': {
      const order = { kind: 'referral', encounterId, recipient: helper, language: 'en' } as const;
      const printed = await call(office, printSheet, { ...order, format: plainFormat });
      same(act.do, printed.ok, said.yes.size > 0);
      if (printed.ok) holdsOnly(textsOf(found(office.pressed.at(-1))).join('\n'), said.yes);
      said.left += Number(printed.ok);
      return;
    }
    case 'report-missing': {
      valueOf(await call(office, confirmStaffOnly, null));
      const report = { caseId, report: 'A sister rang.', reason: 'Not seen for two days.' };
      const reported = await call(office, missing.reportMissing, report);
      same(act.do, reported.ok, said.missing);
      if (!reported.ok) return;
      const order = { kind: 'missing-person', groundId: reported.value.groundId } as const;
      valueOf(await call(office, printSheet, { ...order, language: 'en', format: plainFormat }));
      said.left += 1;
      return;
    }
    case 'prepare': {
      const prepared = await call(office, referrals.prepareReferral, {
        encounterId,
        recipient: helper,
      });
      same(act.do, prepared.ok, said.yes.size > 0);
      return;
    }
    default:
      return move(desk, encounterId, act.to, said);
  }
}

async function useGround(
  { office }: Two,
  encounterId: EncounterId,
  way: 'pass-on' | 'print-ground',
  said: Said,
): Promise<void> {
  const { ground } = said;
  const groundId = ground?.id ?? GroundId.parse(encounterId);
  const order = { kind: 'ground', encounterId, groundId, language: 'en' } as const;
  const gone =
    way === 'pass-on'
      ? await call(office, grounds.passOn, { encounterId, groundId })
      : await call(office, printSheet, { ...order, format: plainFormat });
  const may = ground !== undefined && (ground.kind !== 'legal-duty' || ground.signed);
  same(way, gone.ok, may);
  if (!gone.ok || ground === undefined) return;
  const { pressed } = office;
  const sheet = 'value' in gone && way === 'pass-on' ? Sheet.parse(gone.value) : pressed.at(-1);
  holdsOnly(textsOf(found(sheet)).join('\n'), new Set(ground.items));
  said.left += 1;
}

async function move(
  { office }: Two,
  encounterId: EncounterId,
  to: ReferralState,
  said: Said,
): Promise<void> {
  const all = valueOf(await call(office, referrals.readReferrals, { encounterId }));
  const referral = all.find((each) => isOpen(stateOf(each))) ?? all.at(-1);
  if (referral === undefined) return;
  const from = stateOf(referral);
  const moved = await call(office, referrals.moveReferral, {
    encounterId,
    referralId: referral.id,
    seenMoves: referral.moves.length,
    to,
    next: '',
    dueAt: null,
    note: '',
    arrangement: { ...noArrangement, areContactsOfExploiters: 'no' },
  });
  same(`${from} to ${to}`, moved.ok, canMove(from, to));
  if (moved.ok && to === 'handed-over') {
    for (const item of referral.items) same(item, said.yes.has(item), true);
    said.left += 1;
  }
}

/** @throws when what was done is not what the model says */
function same(what: string, done: boolean, said: boolean): void {
  assert(done === said, `${what}: ${String(done)}, and the model says ${String(said)}`);
}

function holdsOnly(text: string, allowed: ReadonlySet<ConsentItem>): void {
  for (const item of ConsentItem.options) {
    const words = wordsOf[item];
    if (words !== undefined) same(item, text.includes(words), allowed.has(item));
  }
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
