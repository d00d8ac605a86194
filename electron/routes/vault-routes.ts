import { err, ok } from '#core/base/result.ts';
import { changePassword, lockVault, setUpVault, unlockVault } from '#core/ipc/vault-channels.ts';
import type { Desk } from './desk.ts';
import { type Route, serve } from './serve.ts';

/** @param onLocked replaces the page, so that nothing of a case stays in its memory */
export function vaultRoutes(desk: Desk, onLocked: () => void): readonly Route[] {
  return [
    serve(setUpVault, 'always', (request) => {
      const isKnown = desk
        .pack()
        .jurisdictions.some(({ id }) => id === request.facility.jurisdiction);
      return isKnown ? desk.vault.setUp(request) : err({ kind: 'JurisdictionUnknown' });
    }),
    serve(unlockVault, 'always', async ({ signInName, password }) => {
      desk.lock();
      const answer = await desk.vault.unlock(signInName, password);
      desk.noteUnreadable(!answer.ok && answer.error.kind === 'StoreUnreadable');
      return answer;
    }),
    serve(changePassword, 'unlocked', ({ old, next }) => desk.vault.changePassword(old, next)),
    serve(lockVault, 'always', () => {
      desk.lock();
      onLocked();
      return ok(null);
    }),
  ];
}
