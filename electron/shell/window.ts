import { BaseWindow, type Session, type View, WebContentsView } from 'electron';
import type { PageEvent } from '#core/ipc/page-event.ts';
import { wireEvent } from '#core/ipc/wire.ts';
import type { Cover } from './cover.ts';
import { pagePreferences } from './hardening.ts';
import { type Stroke, watchInput } from './input.ts';
import { pageOrigin } from './protocol.ts';

/** The one window people see. Its page can be replaced by a fresh one in a new process, and covered. */
export type DeskWindow = {
  /** Whether a message comes from the page that is shown now. */
  readonly isDesk: (contentsId: number) => boolean;
  /** Destroys the page with everything in its memory and puts a new one in its place. */
  readonly replacePage: () => void;
  readonly show: () => void;
  /** Tells the page something it did not ask for. */
  readonly tell: (event: PageEvent) => void;
  /** Makes the cover and loads its page, unless it is there. */
  readonly prepareCover: () => void;
  /** Lays the cover over everything and takes the page out of the window, without destroying it. */
  readonly layCover: () => void;
  /** Puts the page back beneath the cover, where it can draw. */
  readonly prepareReturn: () => void;
  readonly takeCoverAway: () => void;
  readonly announceTurn: Cover['announceTurn'];
  readonly turnCover: Cover['turn'];
};

/** What somebody does over the window. */
export type Hands = {
  readonly stroke: (stroke: Stroke, isOnCover: boolean) => boolean;
  readonly touched: () => void;
  /** The process of the page has ended: nothing is on it any more, and nothing can be done on it. */
  readonly pageGone: () => void;
};

/** How long a page that has been loaded may take until it is drawn. */
const drawingMs = 500;

export function openDeskWindow(
  session: Session,
  preload: string,
  createCover: () => Cover,
  hands: Hands,
  onClosed: () => void,
): DeskWindow {
  // The name says nothing about the subject, and the title never changes.
  const window = new BaseWindow({
    title: 'Quietroom',
    width: 1180,
    height: 900,
    minWidth: 720,
    minHeight: 560,
  });
  window.setMenu(null);
  window.setBackgroundColor('#f3f4f1');
  let page = makePage();
  show(page, 0);
  let cover: Cover | undefined;
  let isCovered = false;

  /** Made after the start, which it would slow down, and then kept above the page: covering waits for nothing. */
  function needCover(): Cover {
    if (cover !== undefined) return cover;
    cover = createCover();
    watchInput(cover.view.webContents, {
      onStroke: (stroke) => hands.stroke(stroke, true),
      onTouch: hands.touched,
    });
    return cover;
  }

  function makePage(): WebContentsView {
    const view = new WebContentsView({ webPreferences: { ...pagePreferences, preload, session } });
    watchInput(view.webContents, {
      onStroke: (stroke) => hands.stroke(stroke, false),
      onTouch: hands.touched,
    });
    view.setBackgroundColor('#f3f4f1');
    void view.webContents.loadURL(`${pageOrigin}/index.html`);
    view.webContents.once('dom-ready', focus);
    view.webContents.once('render-process-gone', (_event, { reason }) => {
      if (view === page && reason !== 'clean-exit') hands.pageGone();
    });
    return view;
  }

  function show(view: View, index: number): void {
    window.contentView.addChildView(view, index);
    fit(view);
  }

  function fit(view: View): void {
    const { width, height } = window.getContentBounds();
    view.setBounds({ x: 0, y: 0, width, height });
  }

  /** Drawn once beneath the page, in the size of the window: what was never drawn takes 100 ms and more to come. */
  function drawBeneath({ view }: Cover): void {
    show(view, 0);
    view.webContents.once('did-finish-load', () =>
      setTimeout(() => {
        if (!isCovered && !window.isDestroyed()) window.contentView.removeChildView(view);
      }, drawingMs),
    );
  }

  function isShown(view: View): boolean {
    return window.contentView.children.includes(view);
  }

  function focus(): void {
    const view = cover !== undefined && isCovered ? cover.view : page;
    view.webContents.focus();
  }

  window.on('resize', () => {
    for (const view of window.contentView.children) fit(view);
  });
  window.on('focus', focus);
  window.on('closed', onClosed);
  return {
    isDesk: (contentsId) => page.webContents.id === contentsId,
    replacePage() {
      const old = page;
      page = makePage();
      // Over the old page and beneath the cover.
      if (isShown(old)) {
        show(page, 1);
        window.contentView.removeChildView(old);
      }
      old.webContents.close();
    },
    show() {
      if (window.isMinimized()) window.restore();
      window.focus();
      focus();
    },
    tell: (event) => page.webContents.send(wireEvent, event),
    prepareCover() {
      if (cover === undefined) drawBeneath(needCover());
    },
    layCover() {
      const { view } = needCover();
      isCovered = true;
      show(view, window.contentView.children.length);
      window.contentView.removeChildView(page);
      view.webContents.focus();
    },
    prepareReturn() {
      if (!isShown(page)) show(page, 0);
    },
    announceTurn: (isNear) => cover?.announceTurn(isNear),
    turnCover: () => cover?.turn(),
    takeCoverAway() {
      isCovered = false;
      if (!isShown(page)) show(page, 0);
      if (cover !== undefined) window.contentView.removeChildView(cover.view);
      page.webContents.focus();
    },
  };
}
