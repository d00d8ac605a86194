import { err, ok, type Result } from '#core/base/result.ts';
import { isSound, type LogVerdict } from '#core/domain/audit-view.ts';
import { verifyLog, type VerifyProgress } from '../vault/audit/verify-log.ts';
import { auditNow, ledgerOf } from '../vault/audit-log.ts';
import type { Desk } from './desk.ts';

/** A verification of the log, when somebody asks. One at a time, and it lets others have their turn. */
export type LogCheck = {
  readonly progress: () => VerifyProgress | null;
  readonly verify: () => Promise<
    Result<LogVerdict, { readonly kind: 'VerifyRunning' | 'LockedMeanwhile' }>
  >;
};

export function createLogCheck(desk: Desk): LogCheck {
  let progress: VerifyProgress | null = null;

  return {
    progress: () => progress,
    async verify() {
      if (progress !== null) return err({ kind: 'VerifyRunning' });
      const session = desk.session();
      const isOpen = () => {
        const state = desk.vault.state();
        return state.kind === 'open' && state.session === session;
      };
      const ledger = ledgerOf(session);
      const head = ledger.head();
      progress = { done: 0, of: head.position };
      try {
        const steps = verifyLog(session.database, head, ledger.readMark());
        for (;;) {
          const step = steps.next();
          if (step.done === true) {
            auditNow(session, {
              kind: 'log-verified',
              upTo: head.position,
              isSound: isSound(step.value),
            });
            return ok(step.value);
          }
          progress = step.value;
          await new Promise((resolve) => setImmediate(resolve));
          if (!isOpen()) return err({ kind: 'LockedMeanwhile' });
        }
      } finally {
        progress = null;
      }
    },
  };
}
