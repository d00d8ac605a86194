import { ok } from '#core/base/result.ts';
import type { EncounterId } from '#core/domain/encounter.ts';
import { judgePin } from '#core/domain/session-pin.ts';
import type { Spot } from '#core/domain/spot.ts';
import type { StaffId } from '#core/domain/staff.ts';
import * as channels from '#core/ipc/watch-channels.ts';
import { readListing } from '../vault/repositories/case-list.ts';
import { listEncounters } from '../vault/repositories/encounter.ts';
import type { Desk } from './desk.ts';
import { type Route, serve } from './serve.ts';

/** What the watch over the window is told by the page (electron/watch.ts has the real one). */
export type WatchPost = {
  readonly coverAsked: () => void;
  readonly reading: (isReading: boolean) => void;
  readonly cleared: () => void;
  readonly redrawn: () => void;
  readonly copied: () => void;
};

export function watchRoutes(desk: Desk, post: WatchPost): readonly Route[] {
  /** Outlives a lock: it says nothing that the id of the visit does not. */
  let last:
    | { readonly member: StaffId; readonly encounterId: EncounterId; readonly spot: Spot }
    | undefined;
  const tell = (what: () => void) => {
    what();
    return ok(null);
  };
  return [
    serve(channels.showCover, 'always', () => tell(post.coverAsked)),
    serve(channels.reportReading, 'always', ({ reading }) =>
      tell(() => post.reading(reading === 'begun')),
    ),
    serve(channels.reportCleared, 'always', () => tell(post.cleared)),
    serve(channels.reportRedrawn, 'always', () => tell(post.redrawn)),
    serve(channels.reportCopied, 'always', () => tell(post.copied)),
    serve(channels.choosePin, 'unlocked', ({ digits }) => {
      const judged = judgePin(digits);
      if (judged.ok) desk.pin.choose(digits);
      return judged;
    }),
    serve(channels.reportSpot, 'unlocked', ({ encounterId, spot }) => {
      const { id: member } = desk.session().member;
      if (desk.openVisit() === encounterId) last = { member, encounterId, spot };
      return ok(null);
    }),
    serve(channels.readSpot, 'unlocked', ({ encounterId }) => {
      const isSame =
        last?.member === desk.session().member.id &&
        last.encounterId === encounterId &&
        desk.openVisit() === encounterId;
      return ok(isSame ? (last?.spot ?? null) : null);
    }),
    serve(channels.readInterrupted, 'unlocked', () => {
      const at = desk.interrupted();
      if (at === undefined) return ok(null);
      const session = desk.session();
      if ('caseId' in at) {
        const { caseId } = at;
        return ok(readListing(session, caseId) === undefined ? null : { kind: 'case', caseId });
      }
      const visit = listEncounters(session).find(({ id }) => id === at.visit);
      return ok(visit?.state === 'draft' ? { kind: 'visit', visit } : null);
    }),
  ];
}
