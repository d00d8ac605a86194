import * as channels from '#core/ipc/access-channels.ts';
import * as access from '../vault/access.ts';
import type { Desk } from './desk.ts';
import { type Route, serve } from './serve.ts';

/** Who may open a case. Nothing about the person is in it, so the alone-gate does not stand before it. */
export function accessRoutes(desk: Desk): readonly Route[] {
  return [
    serve(channels.readAccess, 'unlocked', ({ caseId }) =>
      access.readersOf(desk.session(), caseId),
    ),

    serve(channels.shareCase, 'unlocked', ({ caseId, to }) =>
      access.share(desk.session(), caseId, to),
    ),

    serve(channels.handOverCase, 'unlocked', ({ caseId, to }) => {
      desk.drafts.flush();
      const done = access.handOver(desk.session(), caseId, to);
      // A visit of it may be open on this desk.
      if (done.ok) desk.armGate('break');
      return done;
    }),

    serve(channels.withdrawCase, 'unlocked', ({ caseId, from }) => {
      desk.drafts.flush();
      return access.withdraw(desk.session(), caseId, from);
    }),
  ];
}
