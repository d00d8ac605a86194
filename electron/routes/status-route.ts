import { ok } from '#core/base/result.ts';
import { type AppStatus, readStatus } from '#core/ipc/app-channels.ts';
import type { VaultState } from '../vault/vault.ts';
import { type Route, serve } from './serve.ts';

export type About = Pick<AppStatus, 'version' | 'isPracticeCopy'>;

export function statusRoute(about: About, stateOf: () => VaultState): Route {
  return serve(readStatus, 'always', () => {
    const state = stateOf();
    const vault =
      state.kind === 'open' ? { kind: state.kind, member: state.session.member } : state;
    return ok({ ...about, vault });
  });
}
