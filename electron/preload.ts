import { contextBridge, ipcRenderer } from 'electron';
import { wire } from '#core/ipc/wire.ts';

contextBridge.exposeInMainWorld('bridge', {
  invoke: (channel: string, request: unknown): Promise<unknown> =>
    ipcRenderer.invoke(wire, { channel, request }),
});
