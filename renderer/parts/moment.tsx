import { sayMoment } from '../text/moment-words.ts';

/** A moment in the reader's own time, to the minute. */
export function Moment({ instant }: { readonly instant: string }) {
  return <time dateTime={instant}>{sayMoment(instant)}</time>;
}
