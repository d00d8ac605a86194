import { assert } from '#core/base/assert.ts';
import type { Clock, IdSource } from '#core/base/capabilities.ts';
import type { EncounterId } from '#core/domain/encounter.ts';
import { armedGate, type PrivacyGate, stepGate } from '#core/journey/privacy-gate.ts';
import type { Pack } from '#core/pack/pack.ts';
import { trustedNow } from '../vault/audit-log.ts';
import type { Vault, VaultSession } from '../vault/vault.ts';
import { createDraftKeeper, type DraftKeeper } from './draft-keeper.ts';

/**
 * What the routes share: the vault, the pack, and the state of the one desk at which a
 * member works: which visit is open, its alone-gate, and the draft that is being typed.
 */
export type Desk = {
  readonly vault: Vault;
  readonly pack: () => Pack;
  /** Never before the latest time in the audit log, whatever the machine's clock says. */
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly drafts: DraftKeeper;
  /** @throws when locked: the dispatch lets no such call through */
  readonly session: () => VaultSession;
  /** The visit that somebody confirmed to be alone with, if the gate is open. */
  readonly openVisit: () => EncounterId | undefined;
  readonly confirmAlone: (id: EncounterId) => void;
  readonly armGate: (by: 'lock' | 'break' | 'another-visit') => void;
  /** Whether the last sign-in found, with the right password, that the store cannot be read. */
  readonly wasUnreadable: () => boolean;
  readonly noteUnreadable: (isUnreadable: boolean) => void;
  /** Saves what is pending, then locks. */
  readonly lock: () => void;
};

export function createDesk(vault: Vault, pack: () => Pack, clock: Clock, ids: IdSource): Desk {
  let gate: PrivacyGate = armedGate;
  let visit: EncounterId | undefined;
  let isUnreadable = false;

  function session(): VaultSession {
    const state = vault.state();
    assert(state.kind === 'open', 'the vault is open');
    return state.session;
  }
  const drafts = createDraftKeeper(session);

  const desk: Desk = {
    vault,
    pack,
    clock: { now: () => (vault.state().kind === 'open' ? trustedNow(session()) : clock.now()) },
    ids,
    drafts,
    session,
    openVisit: () => (gate.kind === 'open' ? visit : undefined),
    confirmAlone(id) {
      gate = stepGate(gate, { kind: 'ConfirmedAlone' });
      visit = id;
    },
    armGate(by) {
      gate = stepGate(gate, { kind: 'Interrupted', by });
      visit = undefined;
    },
    wasUnreadable: () => isUnreadable,
    noteUnreadable(is) {
      isUnreadable = is;
    },
    lock() {
      // Whatever becomes of the last save, the vault locks.
      try {
        if (vault.state().kind === 'open') drafts.flush();
      } finally {
        desk.armGate('lock');
        vault.lock();
      }
    },
  };
  return desk;
}
