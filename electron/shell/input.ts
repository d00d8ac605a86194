import type { WebContents } from 'electron';

/** A key as a page would get it. */
export type Stroke = {
  readonly type: 'down' | 'up';
  readonly key: string;
  readonly isRepeat: boolean;
};

/**
 * What a person does over one of our pages, seen by the main process before the page sees it,
 * and also when the page hangs. Not the idle time of the whole system: somebody who works in
 * another program leaves ours as unattended as an empty chair.
 *
 * @param onStroke says whether the page is not to get the key
 */
export function watchInput(
  contents: WebContents,
  {
    onStroke,
    onTouch,
  }: { readonly onStroke: (stroke: Stroke) => boolean; readonly onTouch: () => void },
): void {
  contents.on('before-input-event', (event, { type, key, isAutoRepeat }) => {
    if (type !== 'keyDown' && type !== 'keyUp') return;
    const stroke: Stroke = {
      type: type === 'keyDown' ? 'down' : 'up',
      key,
      isRepeat: isAutoRepeat,
    };
    if (onStroke(stroke)) event.preventDefault();
  });
  contents.on('input-event', (_event, input) => {
    if (!touches.has(input.type)) return;
    // Chromium reports a pointer that rests as moved whenever something moves beneath it.
    const now = input.type === 'mouseMove' ? placeOf(input) : '';
    if (input.type === 'mouseMove' && now === pointerPlace) return;
    pointerPlace = now;
    onTouch();
  });
}

/** Of all pages together: the cover comes to lie under a pointer that nobody has moved. */
let pointerPlace = '';

const touches: ReadonlySet<string> = new Set([
  'mouseMove',
  'mouseDown',
  'mouseUp',
  'mouseWheel',
  'touchStart',
  'touchMove',
  'gestureTap',
  'gestureScrollBegin',
]);

function placeOf(input: object): string {
  return 'globalX' in input && 'globalY' in input
    ? JSON.stringify([input.globalX, input.globalY])
    : '';
}
