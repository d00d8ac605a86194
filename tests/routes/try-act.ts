import { assert } from '#core/base/assert.ts';
import { ConsentItem } from '#core/domain/consent.ts';
import type { EncounterId } from '#core/domain/encounter.ts';
import { GroundId } from '#core/domain/ground.ts';
import { canMove, isOpen, noArrangement, ReferralState, stateOf } from '#core/domain/referral.ts';
import { listConsultations, recordConsultation } from '#core/ipc/consultation-channels.ts';
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
import { call } from './office.ts';
import { agreeTo, helper, takeBackYes } from './visits.ts';
import type { Two } from './two-members.ts';
import type { Act } from './acts.ts';

/** What was said and signed in one case, kept by hand. */
export type Said = {
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

/**
 * Does one thing, and keeps in the model what it then says.
 *
 * @throws when what was done is not what the model says
 */
export async function tryOne(
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
      valueOf(await takeBackYes(office, encounterId));
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
export function same(what: string, done: boolean, said: boolean): void {
  assert(done === said, `${what}: ${String(done)}, and the model says ${String(said)}`);
}

function holdsOnly(text: string, allowed: ReadonlySet<ConsentItem>): void {
  for (const item of ConsentItem.options) {
    const words = wordsOf[item];
    if (words !== undefined) same(item, text.includes(words), allowed.has(item));
  }
}
