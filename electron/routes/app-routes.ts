import { ok } from '#core/base/result.ts';
import { type AppStatus, readStatus } from '#core/ipc/app-channels.ts';
import { readPack } from '#core/ipc/content-channels.ts';
import type { Desk } from './desk.ts';
import { type Route, serve } from './serve.ts';

export type About = Pick<AppStatus, 'version' | 'isPracticeCopy'>;

export function appRoutes(desk: Desk, about: About): readonly Route[] {
  return [
    serve(readStatus, 'always', () => {
      const state = desk.vault.state();
      const vault =
        state.kind === 'open' ? { kind: state.kind, member: state.session.member } : state;
      return ok({ ...about, vault });
    }),
    serve(readPack, 'always', () => ok(desk.pack())),
  ];
}
