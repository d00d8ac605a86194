import { err, ok } from '#core/base/result.ts';
import {
  changePassword,
  lockVault,
  setUpVault,
  suggestPassword,
  unlockVault,
} from '#core/ipc/vault-channels.ts';
import { saysSubject } from '#core/pack/check-discreet.ts';
import { makePassphrase } from '../vault/passphrase.ts';
import type { Desk } from './desk.ts';
import { judgeCommon } from './new-password.ts';
import { type Route, serve } from './serve.ts';

/** @param onLocked replaces the page, so that nothing of a case stays in its memory */
export function vaultRoutes(desk: Desk, onLocked: () => void): readonly Route[] {
  return [
    serve(setUpVault, 'always', (request) => {
      const isKnown = desk
        .pack()
        .jurisdictions.some(({ id }) => id === request.facility.jurisdiction);
      if (!isKnown) return err({ kind: 'JurisdictionUnknown' });
      if (saysSubject(request.facility.name)) return err({ kind: 'NamesSubject' });
      const judged = judgeCommon(desk, request.password);
      return judged.ok ? desk.vault.setUp(request) : judged;
    }),
    serve(unlockVault, 'always', async ({ signInName, password }) => {
      desk.lock();
      const answer = await desk.vault.unlock(signInName, password);
      desk.noteUnreadable(!answer.ok && answer.error.kind === 'StoreUnreadable');
      return answer;
    }),
    serve(changePassword, 'unlocked', ({ old, next }) => {
      const judged = judgeCommon(desk, next);
      return judged.ok ? desk.vault.changePassword(old, next) : judged;
    }),
    serve(suggestPassword, 'always', () => ok({ password: makePassphrase() })),
    serve(lockVault, 'always', () => {
      desk.lock();
      onLocked();
      return ok(null);
    }),
  ];
}
