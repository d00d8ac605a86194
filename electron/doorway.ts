// What the page is told before the records are loaded: whether there is a store, and in what
// state. It holds no key and opens nothing, so it is there long before them (docs/adr/0009).
import type { Caller } from '#core/ipc/channel.ts';
import { readStatus } from '#core/ipc/app-channels.ts';
import type { Log } from './platform/log.ts';
import { createDispatch, type Dispatch } from './routes/serve.ts';
import { type About, statusRoute } from './routes/status-route.ts';
import { closedStore } from './vault/store-state.ts';

export function openDoorway(folder: string, about: About, log: Log): Dispatch {
  const status = statusRoute(about, () => closedStore(folder));
  return createDispatch([status], () => false, log);
}

/** Whether a message is the one question that the doorway answers. */
export function isForDoorway(caller: Caller, message: unknown): boolean {
  return (
    caller === 'desk' &&
    typeof message === 'object' &&
    message !== null &&
    'channel' in message &&
    message.channel === readStatus.name
  );
}
