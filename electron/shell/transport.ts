import { ipcMain } from 'electron';
import type { Caller, Fault } from '#core/ipc/channel.ts';
import { wire } from '#core/ipc/wire.ts';
import { pageOrigin } from './protocol.ts';

/**
 * The one physical channel. A message counts only when it comes from the top frame of one of
 * our own pages, at our own address.
 */
export function listen(
  callerOf: (contentsId: number) => Caller | undefined,
  dispatch: (caller: Caller, message: unknown) => Promise<unknown>,
): void {
  ipcMain.handle(wire, (event, message: unknown) => {
    const caller = callerOf(event.sender.id);
    const frame = event.senderFrame;
    const isOurs =
      frame !== null && frame.parent === null && frame.url.startsWith(`${pageOrigin}/`);
    if (caller === undefined || !isOurs)
      return { ok: false, error: { kind: 'Refused' } satisfies Fault };
    return dispatch(caller, message);
  });
}
