import { app, type Session, type WebContents, type WebPreferences } from 'electron';
import { forgetCopies } from './copied-text.ts';
import { leafletOrigin, pageOrigin } from './protocol.ts';

/** For every page of ours: sandboxed, isolated, without Node, spell checker, or tools a stranger could open. */
export const pagePreferences: WebPreferences = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  webviewTag: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  devTools: false,
  webgl: false,
  spellcheck: false,
  enableWebSQL: false,
  navigateOnDragDrop: false,
  // A box of the system's own would stay on top of the cover.
  disableDialogs: true,
};

/** Before the application is ready: what Chromium would otherwise do or listen to by itself. */
export function hardenProcess(): void {
  // Also against --no-sandbox on the command line. Chromium has no sandbox for root, who cannot
  // be kept from anything on this machine anyway.
  if (process.getuid?.() !== 0) app.enableSandbox();
  for (const [name, value] of [
    ['disable-background-networking'],
    ['disable-component-update'],
    ['disable-domain-reliability'],
    ['disable-sync'],
    ['no-first-run'],
    ['dns-prefetch-disable'],
    ['disable-http-cache'],
    [
      'disable-features',
      'WebRtcHideLocalIpsWithMdns,MediaRouter,OptimizationHints,AutofillServerCommunication',
    ],
    // No name has an address.
    ['host-resolver-rules', 'MAP * ~NOTFOUND'],
    // A proxy that is not there: whatever slips past the other walls goes nowhere.
    ['proxy-server', 'socks5://127.0.0.1:9'],
    ['proxy-bypass-list', '<-loopback>'],
  ] as const) {
    if (value === undefined) app.commandLine.appendSwitch(name);
    else app.commandLine.appendSwitch(name, value);
  }
  // Also sessions and pages that nobody here meant to open, such as the default session.
  app.on('session-created', hardenSession);
  app.on('web-contents-created', (_event, contents) => hardenContents(contents));
}

/** Cancels every request that is not for our own pages, and grants a page no permission at all. */
function hardenSession(session: Session): void {
  session.webRequest.onBeforeRequest(({ url }, answer) => {
    const isOurs = url.startsWith(`${pageOrigin}/`) || url.startsWith(`${leafletOrigin}/`);
    answer({ cancel: !isOurs });
  });
  session.on('will-download', (event) => event.preventDefault());
  session.setSpellCheckerEnabled(false);
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
}

/** A page stays where it was put: no navigation, no second window, no embedded view. */
function hardenContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  forgetCopies(contents);
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}
