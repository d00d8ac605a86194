import { err, ok } from '#core/base/result.ts';
import * as channels from '#core/ipc/backup-channels.ts';
import { lookInto } from '../platform/folders.ts';
import { listCopies } from '../vault/copies.ts';
import { commitRestore, stageRestore } from '../vault/restore.ts';
import type { Desk } from './desk.ts';
import { type Route, serve } from './serve.ts';

/**
 * Going back to a copy: from the settings, and from the start screen when the store cannot be
 * used. At a sound store nobody has opened these answer nothing.
 *
 * @param onRestored replaces the page, as a lock does
 */
export function restoreRoutes(
  desk: Desk,
  folder: string,
  onRestored: () => void,
): readonly Route[] {
  let isStaged = false;

  function mayRestore(): boolean {
    const state = desk.vault.state();
    if (state.kind === 'open') return state.session.member.role !== 'clinician';
    return isDue();
  }

  function isDue(): boolean {
    const { kind } = desk.vault.state();
    return kind === 'unusable' || kind === 'empty' || (kind === 'locked' && desk.wasUnreadable());
  }

  return [
    serve(channels.readRestoreDue, 'always', () => ok(isDue())),

    serve(channels.lookIntoFolder, 'always', ({ folder: where }) => {
      if (!mayRestore()) return err({ kind: 'NotAllowed' });
      const listing = lookInto(where);
      return listing === undefined
        ? err({ kind: 'FolderClosed', folder: where ?? '' })
        : ok({ ...listing, folders: [...listing.folders] });
    }),

    serve(channels.listCopiesIn, 'always', ({ folder: target }) => {
      if (!mayRestore()) return err({ kind: 'NotAllowed' });
      const copies = listCopies(target).toReversed();
      return copies.length === 0 ? err({ kind: 'NoCopies', folder: target }) : ok([...copies]);
    }),

    serve(channels.inspectCopy, 'always', async ({ folder: target, ...request }) => {
      if (!mayRestore()) return err({ kind: 'NotAllowed' });
      isStaged = false;
      const state = desk.vault.state();
      if (state.kind === 'open') desk.drafts.flush();
      const current = state.kind === 'open' ? state.session.database : undefined;
      const staged = await stageRestore(
        { ...request, target, folder },
        desk.vault.attempts,
        desk.clock,
        current,
      );
      if (!staged.ok) return staged;
      isStaged = true;
      return ok({ takenAt: staged.value.takenAt, loss: staged.value.loss });
    }),

    serve(channels.goBackToCopy, 'always', () => {
      if (!mayRestore()) return err({ kind: 'NotAllowed' });
      if (!isStaged) return err({ kind: 'CopyUnusable' });
      isStaged = false;
      desk.lock();
      const done = commitRestore(folder, desk.clock.now());
      if (done.ok) onRestored();
      return done;
    }),
  ];
}
