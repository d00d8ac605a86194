// What the page is told before the records are loaded: whether there is a store, and in what
// state; and what is read without signing in. It holds no key and opens nothing, so it is there
// long before them (docs/adr/0009).
import { readStatus } from '#core/ipc/app-channels.ts';
import { asks, type Caller } from '#core/ipc/channel.ts';
import { readPublicPack, readPublicPhrases } from '#core/ipc/content-channels.ts';
import { type BuiltIn, readBuiltInParts } from './packs/built-in.ts';
import type { Log } from './platform/log.ts';
import { createDispatch, type Dispatch, serve } from './routes/serve.ts';
import { type About, statusRoute } from './routes/status-route.ts';
import { closedStore } from './vault/store-state.ts';

export function openDoorway(folder: string, builtIn: BuiltIn, about: About, log: Log): Dispatch {
  const status = statusRoute(about, () => closedStore(folder));
  // Nobody has signed in since the start: what ships is in force (docs/adr/0016).
  const part = (which: 'reading' | 'otherBooks') => () =>
    ({ ok: true, value: readBuiltInParts(builtIn)[which] }) as const;
  const reading = serve(readPublicPack, 'always', part('reading'));
  const phrases = serve(readPublicPhrases, 'always', part('otherBooks'));
  return createDispatch([status, reading, phrases], () => false, log);
}

/** Whether a message is a question that the doorway answers. */
export function isForDoorway(caller: Caller, message: unknown): boolean {
  return caller === 'desk' && asks(message, readStatus, readPublicPack, readPublicPhrases);
}
