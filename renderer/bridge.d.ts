/** What electron/preload.ts puts into the page. Only client.ts uses it. */
interface Window {
  readonly bridge: {
    readonly invoke: (channel: string, request: unknown) => Promise<unknown>;
    readonly onEvent: (listener: (event: unknown) => void) => void;
  };
}
