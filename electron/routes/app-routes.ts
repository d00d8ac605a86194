import { ok } from '#core/base/result.ts';
import { readPack, readPublicPack, readPublicPhrases } from '#core/ipc/content-channels.ts';
import type { Desk } from './desk.ts';
import { type Route, serve } from './serve.ts';
import { type About, statusRoute } from './status-route.ts';

export function appRoutes(desk: Desk, about: About): readonly Route[] {
  return [
    statusRoute(about, desk.vault.state),
    serve(readPack, 'always', () => ok(desk.pack())),
    serve(readPublicPack, 'always', () => ok(desk.packs.publicParts().reading)),
    serve(readPublicPhrases, 'always', () => ok(desk.packs.publicParts().otherBooks)),
  ];
}
