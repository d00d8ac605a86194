import { onPageEvent } from '../client.ts';

/**
 * Hears that what may be passed on changes. What rests on it goes from the screen at once, before
 * the disk has answered; what still counts comes again. Gives back how to stop.
 */
export function onConsent(clear: () => void, readAgain: () => void): () => void {
  return onPageEvent(({ kind }) => {
    if (kind !== 'ConsentChanging' && kind !== 'ConsentChanged') return;
    clear();
    if (kind === 'ConsentChanged') readAgain();
  });
}
