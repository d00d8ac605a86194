import { BaseWindow, type Session, WebContentsView } from 'electron';
import type { PageEvent } from '#core/ipc/page-event.ts';
import { wireEvent } from '#core/ipc/wire.ts';
import { pagePreferences } from './hardening.ts';
import { pageOrigin } from './protocol.ts';

/** The one window people see. Its page can be replaced by a fresh one in a new process. */
export type DeskWindow = {
  /** Whether a message comes from the page that is shown now. */
  readonly isDesk: (contentsId: number) => boolean;
  /** Destroys the page with everything in its memory and puts a new one in its place. */
  readonly replacePage: () => void;
  readonly show: () => void;
  /** Tells the page something it did not ask for. */
  readonly tell: (event: PageEvent) => void;
};

export function openDeskWindow(
  session: Session,
  preload: string,
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
  let page = attachPage();

  function attachPage(): WebContentsView {
    const view = new WebContentsView({ webPreferences: { ...pagePreferences, preload, session } });
    view.setBackgroundColor('#f3f4f1');
    window.contentView.addChildView(view);
    fit(view);
    void view.webContents.loadURL(`${pageOrigin}/index.html`);
    view.webContents.once('dom-ready', () => view.webContents.focus());
    return view;
  }

  function fit(view: WebContentsView): void {
    const { width, height } = window.getContentBounds();
    view.setBounds({ x: 0, y: 0, width, height });
  }

  function replacePage(): void {
    const old = page;
    page = attachPage();
    window.contentView.removeChildView(old);
    old.webContents.close();
  }

  window.on('resize', () => fit(page));
  window.on('closed', onClosed);
  return {
    tell: (event) => page.webContents.send(wireEvent, event),
    isDesk: (contentsId) => page.webContents.id === contentsId,
    replacePage,
    show() {
      if (window.isMinimized()) window.restore();
      window.focus();
      page.webContents.focus();
    },
  };
}
