import { contextBridge, ipcRenderer } from 'electron';
import { wire, wireEvent } from '#core/ipc/wire.ts';

contextBridge.exposeInMainWorld('bridge', {
  invoke: (channel: string, request: unknown): Promise<unknown> =>
    ipcRenderer.invoke(wire, { channel, request }),
  onEvent: (listener: (event: unknown) => void): void => {
    ipcRenderer.on(wireEvent, (_sender, event: unknown) => listener(event));
  },
});
