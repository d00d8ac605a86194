/** One point of Electron's own security checklist, and how this program's run shows that it holds. */
export type ChecklistPoint = {
  readonly point: number;
  readonly title: string;
  readonly how: string;
};

/**
 * The twenty points, in the order and the words of the page “Security” of Electron's
 * documentation (https://www.electronjs.org/docs/latest/tutorial/security, looked at
 * 2026-11-22). docs/security.md shows the same table; tests/shell/checklist.test.ts compares.
 */
export const checklist: readonly ChecklistPoint[] = [
  [
    'Only load secure content',
    'every address a page has asked for is app://; https:// and http:// fail from the page and from the main process',
  ],
  [
    'Do not enable Node.js integration for remote content',
    'the preferences of each page, and `process` and `require` are unknown in it',
  ],
  [
    'Enable context isolation in all renderers',
    'the preferences of each page, and nothing of the preload script but the bridge is there',
  ],
  [
    'Enable process sandboxing in all renderers',
    'the system says so of each page’s process: seccomp filter on, no capability, no new privileges',
  ],
  [
    'Handle session permission requests from remote content',
    'eight permissions, camera, microphone and clipboard are asked for in the page: all denied',
  ],
  ['Do not disable webSecurity', 'the preferences of each page'],
  [
    'Define a Content Security Policy',
    'the policy that each page came with; inline script, eval, a foreign image and a frame are stopped by it',
  ],
  ['Do not enable allowRunningInsecureContent', 'the preferences of each page'],
  ['Do not enable experimental features', 'the preferences of each page'],
  ['Do not use enableBlinkFeatures', 'the preferences of each page, and the command line'],
  ['Do not use allowpopups for WebViews', 'no page may hold a webview, and none holds one'],
  [
    'Verify WebView options before creation',
    'a webview put into the page stays an unknown element; a page made to allow one attaches none',
  ],
  [
    'Disable or limit navigation',
    'four ways to go elsewhere are tried in the page: it stays where it is',
  ],
  [
    'Disable or limit creation of new windows',
    'window.open and a link with a target in the page: no window appears',
  ],
  [
    'Do not use shell.openExternal with untrusted content',
    'the name stands nowhere in the code that runs',
  ],
  [
    'Use a current version of Electron',
    'reported of the packed copy, not asserted: an older one marks itself as a practice copy',
  ],
  [
    'Validate the sender of all IPC messages',
    'one channel; calls from another window, another address and a frame are refused',
  ],
  [
    'Avoid usage of the file:// protocol',
    'every page is at app://; a file:// address opens neither in the page nor in a window made for it',
  ],
  [
    'Check which fuses you can change',
    'the fuses of the packed copy are read from its bytes; of the development runtime they are reported',
  ],
  [
    'Do not expose Electron APIs to untrusted web content',
    'the bridge has two functions, to ask and to hear, and what they answer holds no function',
  ],
].map(([title = '', how = ''], index) => ({ point: index + 1, title, how }));
