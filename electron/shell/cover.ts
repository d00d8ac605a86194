import { type Session, WebContentsView } from 'electron';
import { leafletName, type Leaflets } from '#core/sheet/leaflet.ts';
import { pagePreferences } from './hardening.ts';
import type { Printer } from './printer.ts';
import { leafletOrigin } from './protocol.ts';

/** The page that lies over the work: real pages about health, with nothing that could run. */
export type Cover = {
  readonly view: WebContentsView;
  /** Shows the next page. */
  readonly turn: () => void;
  readonly announceTurn: (isNear: boolean) => void;
};

/**
 * @param topics what the pages are about
 * @param print puts what the cover shows on paper
 */
export function createCover(
  session: Session,
  topics: () => Promise<Leaflets>,
  print: Printer['printPage'],
): Cover {
  const view = new WebContentsView({
    // No script and no bridge: what is typed here goes to the main process alone.
    webPreferences: { ...pagePreferences, javascript: false, session, backgroundThrottling: false },
  });
  const contents = view.webContents;
  view.setBackgroundColor('#f3f4f1');
  let topic: string | undefined;
  let isNear = false;

  function open(name: string, note = ''): void {
    topic = name;
    isNear = false;
    void contents.loadURL(`${leafletOrigin}/${name}.html${note}`).catch(() => {
      // Overtaken by the next page.
    });
  }

  async function turn(): Promise<void> {
    const names = (await topics()).map(leafletName);
    const at = topic === undefined ? -1 : names.indexOf(topic);
    open(names[(at + 1) % names.length] ?? 'none');
  }

  async function printPage(): Promise<void> {
    const printed = await print(contents);
    if (topic !== undefined) open(topic, printed.ok ? '?printed' : '?unprinted');
  }

  // A link of the page is a wish: the page itself goes nowhere.
  contents.on('will-navigate', (event) => {
    const { host, pathname } = new URL(event.url);
    const name = host === 'leaflets' ? /^\/([a-z0-9-]+)\.html$/.exec(pathname)?.[1] : undefined;
    if (name === undefined) return;
    if (name === 'print') void printPage();
    else open(name);
  });

  void turn();
  return {
    view,
    turn: () => void turn(),
    announceTurn(isNearNow) {
      if (isNear === isNearNow || topic === undefined) return;
      isNear = isNearNow;
      // Within the page: nothing is loaded, and nothing moves but the line.
      void contents
        .loadURL(`${leafletOrigin}/${topic}.html#${isNear ? 'soon' : 'top-line'}`)
        .catch(() => {});
    },
  };
}
