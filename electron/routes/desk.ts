import { assert } from '#core/base/assert.ts';
import type { Clock, IdSource } from '#core/base/capabilities.ts';
import type { CaseId, EncounterId } from '#core/domain/encounter.ts';
import type { StaffId } from '#core/domain/staff.ts';
import { armedGate, type PrivacyGate, stepGate } from '#core/journey/privacy-gate.ts';
import type { Pack } from '#core/pack/pack.ts';
import { trustedNow } from '../vault/audit-log.ts';
import type { Vault, VaultSession } from '../vault/vault.ts';
import { type CaseIndex, createCaseIndex } from './case-index.ts';
import { createDraftKeeper, type DraftKeeper } from './draft-keeper.ts';
import { packOfPlace } from './local-lists.ts';
import type { PackKeeper } from './pack-keeper.ts';
import { createSessionPin, type SessionPin } from './session-pin.ts';

/**
 * What the routes share: the vault, the pack, and the state of the one desk at which a
 * member works: which visit is open, its alone-gate, and the draft that is being typed.
 */
export type Desk = {
  readonly vault: Vault;
  /** The pack in force, with what this place knows better while somebody is signed in. */
  readonly pack: () => Pack;
  /** The pack in force, the one for whoever is not signed in, and how either changes. */
  readonly packs: PackKeeper;
  /** Never before the latest time in the audit log, whatever the machine's clock says. */
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly drafts: DraftKeeper;
  /** @throws when locked: the dispatch lets no such call through */
  readonly session: () => VaultSession;
  /** The visit that somebody confirmed to be alone with, if the gate is open. */
  readonly openVisit: () => EncounterId | undefined;
  readonly confirmAlone: (id: EncounterId) => void;
  /** Whether somebody confirmed that only staff can see the screen: then no visit is open. */
  readonly isStaffOnly: () => boolean;
  readonly confirmStaffOnly: () => void;
  /** Which case staff are reading, or that they went on to look for another. */
  readonly lookAt: (caseId: CaseId | undefined) => void;
  /** The names in the cases of whoever is signed in, in memory and gone at the lock. */
  readonly caseIndex: CaseIndex;
  readonly armGate: (by: 'lock' | 'break' | 'another-visit') => void;
  /** Hears whenever what was open to somebody is not so any more: armed, covered, locked, or another visit. */
  readonly onShut: (listener: () => void) => void;
  /** Whether the last sign-in found, with the right password, that the store cannot be read. */
  readonly wasUnreadable: () => boolean;
  readonly noteUnreadable: (isUnreadable: boolean) => void;
  /** What leaves the cover in this session. */
  readonly pin: SessionPin;
  /**
   * Arms the gate, in memory. What is being typed follows by itself, a quarter of a second later at
   * most (draft-keeper.ts): a save here would hold up the cover until the disk has synced.
   */
  readonly cover: () => void;
  /** The cover has been taken away. */
  readonly uncover: () => void;
  /** Whether the cover lies over the work: nobody there has confirmed anything about what is beneath. */
  readonly isCovered: () => boolean;
  /**
   * Whether a draft may be saved. Also for the visit that was just covered: a letter that was on
   * its way when the cover came is not lost, and saving shows nothing to anybody.
   */
  readonly maySave: (id: EncounterId) => boolean;
  /**
   * Saves what is pending, then locks.
   *
   * @param by `itself` when nobody chose to stop: the next sign-in of the same member leads back
   */
  readonly lock: (by?: 'member' | 'itself') => void;
  /** Where this member was when the records locked by themselves. */
  readonly interrupted: () => Whereabouts | undefined;
};

/** The visit that was open, or the case that was read among staff. */
type Whereabouts = { readonly visit: EncounterId } | { readonly caseId: CaseId };

export function createDesk(vault: Vault, packs: PackKeeper, clock: Clock, ids: IdSource): Desk {
  let gate: PrivacyGate = armedGate;
  let visit: EncounterId | undefined;
  let isUnreadable = false;
  let isCovered = false;
  let coveredVisit: EncounterId | undefined;
  let lookedAt: CaseId | undefined;
  let interrupted: { readonly member: StaffId; readonly at: Whereabouts } | undefined;
  const pin = createSessionPin();
  const listeners: (() => void)[] = [];
  const shut = () => {
    for (const listener of listeners) listener();
  };

  function session(): VaultSession {
    const state = vault.state();
    assert(state.kind === 'open', 'the vault is open');
    return state.session;
  }
  const drafts = createDraftKeeper(session);
  const caseIndex = createCaseIndex(() => {
    const state = vault.state();
    return state.kind === 'open' ? state.session : undefined;
  });

  function whereabouts(last: EncounterId | undefined): Whereabouts | undefined {
    if (last !== undefined) return { visit: last };
    return lookedAt === undefined ? undefined : { caseId: lookedAt };
  }

  const desk: Desk = {
    vault,
    pack() {
      const state = vault.state();
      if (state.kind !== 'open') return packs.public();
      packs.settle(state.session);
      return packOfPlace(packs.plain(), state.session);
    },
    packs,
    clock: { now: () => (vault.state().kind === 'open' ? trustedNow(session()) : clock.now()) },
    ids,
    drafts,
    session,
    openVisit: () => (gate.kind === 'open' ? visit : undefined),
    confirmAlone(id) {
      if (visit !== id) shut();
      gate = stepGate(gate, { kind: 'ConfirmedAlone' });
      visit = id;
      coveredVisit = undefined;
      lookedAt = undefined;
    },
    isStaffOnly: () => gate.kind === 'staff-only',
    confirmStaffOnly() {
      shut();
      gate = stepGate(gate, { kind: 'ConfirmedStaffOnly' });
      visit = undefined;
      coveredVisit = undefined;
      lookedAt = undefined;
    },
    lookAt(caseId) {
      lookedAt = caseId;
    },
    caseIndex,
    armGate(by) {
      shut();
      gate = stepGate(gate, { kind: 'Interrupted', by });
      visit = undefined;
      coveredVisit = undefined;
      lookedAt = undefined;
    },
    wasUnreadable: () => isUnreadable,
    noteUnreadable(is) {
      isUnreadable = is;
    },
    pin,
    onShut: (listener) => void listeners.push(listener),
    cover() {
      shut();
      isCovered = true;
      coveredVisit = visit ?? coveredVisit;
      gate = stepGate(gate, { kind: 'Interrupted', by: 'cover' });
      visit = undefined;
    },
    uncover() {
      isCovered = false;
    },
    isCovered: () => isCovered,
    maySave: (id) => id === (gate.kind === 'open' ? visit : coveredVisit),
    interrupted() {
      const { member } = session();
      // A page that hung under the cover was replaced: where it was is still covered.
      const covered = whereabouts(coveredVisit);
      return covered ?? (interrupted?.member === member.id ? interrupted.at : undefined);
    },
    lock(by = 'member') {
      const state = vault.state();
      const at = whereabouts(visit ?? coveredVisit);
      if (state.kind === 'open')
        interrupted =
          by === 'itself' && at !== undefined ? { member: state.session.member.id, at } : undefined;
      // Whatever becomes of the last save, the vault locks.
      try {
        if (state.kind === 'open') drafts.flush();
      } finally {
        pin.forget();
        caseIndex.forget();
        desk.armGate('lock');
        vault.lock();
      }
    },
  };
  return desk;
}
