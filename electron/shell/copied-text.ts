import { clipboard, type Input, type WebContents } from 'electron';

/** How long what was copied here stays for other programs. */
const copiedTextStaysMs = 10_000;

const copied = forgetful(() => clipboard.clear());
/** X11 and Wayland keep what is marked, with the mouse or the shift key, as a second clipboard. */
const marked = forgetful(() => {
  // Newer versions of Electron hand it out, older ones take its name as a word.
  if ('selection' in clipboard) clipboard.selection.clear();
  else Reflect.apply(Reflect.get(clipboard, 'clear'), clipboard, ['selection']);
});

/**
 * Empties the clipboard again ten seconds after something was copied in a page, at a lock, and
 * at the end. It does not look what is there by then: a copy that another program made within
 * these seconds goes too, and none of ours is missed.
 *
 * Two nets, because neither sees everything: the page tells of each copy (`forgetCopiesSoon`),
 * however it was made; and the keys are watched here, for a page that hangs and for the cover, which
 * has no script. Keys that a test sends through the page's debugger are not seen here.
 */
export function forgetCopies(contents: WebContents): void {
  contents.on('before-input-event', (_event, input) => {
    if (isCopying(input)) copied.soon();
  });
  if (process.platform !== 'linux') return;
  contents.on('input-event', (_event, { type }) => {
    // Whatever marks text ends with one of these; that it marked something is not told.
    if (type === 'mouseUp' || type === 'keyUp') marked.soon();
  });
}

/** Something was copied just now. What was copied was marked before. */
export function forgetCopiesSoon(): void {
  copied.soon();
  if (process.platform === 'linux') marked.soon();
}

/** Empties the clipboard, if something may have been copied here in the last seconds. */
export function forgetCopiesNow(): void {
  copied.now();
  marked.now();
}

function forgetful(clear: () => void) {
  let timer: NodeJS.Timeout | undefined;
  const now = () => {
    if (timer === undefined) return;
    clearTimeout(timer);
    timer = undefined;
    clear();
  };
  return {
    now,
    // From the first copy on, or somebody who goes on copying would keep it there.
    soon: () => {
      timer ??= setTimeout(now, copiedTextStaysMs);
    },
  };
}

function isCopying({ type, key, control, meta, shift }: Input): boolean {
  if (type !== 'keyDown') return false;
  return (
    ((control || meta) && ['c', 'x', 'insert'].includes(key.toLowerCase())) ||
    (shift && key === 'Delete')
  );
}
