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
 * There is no event for a copy. Keys and the mouse are the only ways to make one here: the
 * window has no menu, and a page has no permission to write to the clipboard.
 */
export function forgetCopies(contents: WebContents): void {
  contents.on('before-input-event', (_event, input) => {
    if (isCopying(input)) copied.soon();
  });
  if (process.platform !== 'linux') return;
  contents.on('input-event', (_event, { type, modifiers = [] }) => {
    if (type === 'mouseUp' || (type === 'keyUp' && modifiers.includes('shift'))) marked.soon();
  });
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
