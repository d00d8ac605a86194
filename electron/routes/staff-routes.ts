import { ok } from '#core/base/result.ts';
import * as channels from '#core/ipc/staff-channels.ts';
import type { Desk } from './desk.ts';
import { judgeCommon } from './new-password.ts';
import { type Route, serve } from './serve.ts';

/** @param onLocked replaces the page, as every lock does */
export function staffRoutes(desk: Desk, onLocked: () => void): readonly Route[] {
  const { people } = desk.vault;
  return [
    serve(channels.listPeople, 'unlocked', () => ok([...people.list()])),

    serve(channels.addMember, 'unlocked', async (request) => {
      const judged = judgeCommon(desk, request.password);
      if (!judged.ok) return judged;
      desk.drafts.flush();
      const added = await people.add(request);
      if (added.ok) {
        desk.lock();
        onLocked();
      }
      return added;
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
