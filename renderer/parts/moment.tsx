import { sayMoment } from '../text/moment-words.ts';

/** A moment in the reader's own time, to the minute; a line from right to left would turn day and time around. */
export function Moment({ instant }: { readonly instant: string }) {
  return (
    <time dateTime={instant} dir="ltr">
      {sayMoment(instant)}
    </time>
  );
}
