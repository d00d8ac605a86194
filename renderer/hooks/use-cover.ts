import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { assertNever } from '#core/base/assert.ts';
import type { PageEvent } from '#core/ipc/page-event.ts';
import { reportCleared, reportCopied, reportRedrawn } from '#core/ipc/watch-channels.ts';
import { call, onPageEvent } from '../client.ts';

export type Closing = Extract<PageEvent, { kind: 'Closing' }>;

/**
 * What the main process says about covering and closing. It covers without asking the page; the
 * page's part is to put away what stood behind the gate before anybody comes back.
 *
 * @returns `covers`: how often the cover has come, so that a screen can begin anew each time
 */
export function useCover(): { readonly covers: number; readonly closing: Closing | undefined } {
  const [covers, setCovers] = useState(0);
  const [closing, setClosing] = useState<Closing>();

  useEffect(() => {
    return onPageEvent((event) => {
      switch (event.kind) {
        case 'Closing':
          setClosing(event);
          return;
        case 'NotClosing':
          setClosing(undefined);
          return;
        case 'Covered':
          // At once, so that the answer is true.
          flushSync(() => {
            setCovers((count) => count + 1);
            setClosing(undefined);
          });
          void call(reportCleared, null);
          return;
        case 'Returning':
          // The second frame is drawn after the first has been shown.
          requestAnimationFrame(() => requestAnimationFrame(() => void call(reportRedrawn, null)));
          return;
        case 'ConsentChanging':
        case 'ConsentChanged':
        case 'PrintingChanged':
        case 'SheetWanted':
          return;
        default:
          assertNever(event);
      }
    });
  }, []);

  useEffect(() => {
    const tell = () => void call(reportCopied, null);
    document.addEventListener('copy', tell);
    document.addEventListener('cut', tell);
    return () => {
      document.removeEventListener('copy', tell);
      document.removeEventListener('cut', tell);
    };
  }, []);

  return { covers, closing };
}
