import { ok } from '#core/base/result.ts';
import * as channels from '#core/ipc/staff-channels.ts';
import type { Desk } from './desk.ts';
import { judgeCommon } from './new-password.ts';
import { type Route, serve } from './serve.ts';

/** @param onLocked replaces the page, as every lock does */
export function staffRoutes(desk: Desk, onLocked: () => void): readonly Route[] {
  const { people } = desk.vault;

  /** The newcomer, and not the one who handed over the keyboard, is in front of the screen. */
  function handOver(): void {
    desk.lock();
    onLocked();
  }

  return [
    serve(channels.listPeople, 'unlocked', () => ok([...people.list()])),

    serve(channels.addMember, 'unlocked', async (request) => {
      const judged = judgeCommon(desk, request.password);
      if (!judged.ok) return judged;
      desk.drafts.flush();
      const added = await people.add(request);
      if (added.ok) handOver();
      return added;
    }),

    serve(channels.readmitMember, 'unlocked', async ({ member, ...request }) => {
      const judged = judgeCommon(desk, request.password);
      if (!judged.ok) return judged;
      desk.drafts.flush();
      const back = await people.readmit(member, request);
      if (back.ok) handOver();
      return back;
    }),

    serve(channels.changeMember, 'unlocked', ({ member, change }) => {
      desk.drafts.flush();
      return people.change(member, change);
    }),

    serve(channels.removeMember, 'unlocked', ({ member }) => {
      desk.drafts.flush();
      return people.remove(member);
    }),
  ];
}
