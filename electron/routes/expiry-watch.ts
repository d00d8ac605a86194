import { nextExpiry } from '../vault/repositories/consent.ts';
import type { VaultSession } from '../vault/vault.ts';
import type { Desk } from './desk.ts';

/**
 * Notices that a yes has run out while a window is open. It is asked once a second and looks into
 * the store only when something may have changed.
 *
 * @param onRunOut tells the open pages, as when a yes is taken back
 */
export function createExpiryWatch(desk: Desk, onRunOut: () => void) {
  let session: VaultSession | undefined;
  let next: string | undefined;
  return {
    /** After every change of what may be passed on. */
    changed(): void {
      session = undefined;
    },
    look(): void {
      const state = desk.vault.state();
      if (state.kind !== 'open') {
        session = undefined;
        return;
      }
      const now = desk.clock.now();
      if (state.session !== session) {
        session = state.session;
        next = nextExpiry(session, now);
      }
      if (next === undefined || now < next) return;
      next = nextExpiry(state.session, now);
      onRunOut();
    },
  };
}
