import { Trans } from '@lingui/react/macro';
import { useEffect, useRef, useState } from 'react';
import type { Format, PaperSize } from '#core/sheet/paper.ts';
import type { Sheet } from '#core/sheet/sheet.ts';
import { SheetView } from '../sheet/sheet-view.tsx';

/**
 * Between the margins (renderer/styles/paper.scss), in millimetres: width and height. Cards have
 * margins of their own, and fill one page at most.
 */
const roomMm: Readonly<Record<PaperSize, readonly [number, number]>> = {
  A4: [170, 257],
  Letter: [175.9, 239.4],
  A5: [124, 184],
};

/** CSS pixels in a millimetre. */
const mm = 96 / 25.4;

/** A sheet as it will lie on its paper, and whether that takes more than one. */
export function SheetPreview({
  sheet,
  format: { size, isLarge },
}: {
  readonly sheet: Sheet;
  readonly format: Format;
}) {
  const paper = useRef<HTMLDivElement>(null);
  const [isLong, setIsLong] = useState(false);

  useEffect(() => {
    const article = paper.current?.firstElementChild;
    if (article === null || article === undefined) return undefined;
    const [width, height] = roomMm[size];
    const observer = new ResizeObserver(() => {
      const found = article.getBoundingClientRect();
      // In a window that is narrower than the paper the lines are others.
      setIsLong(found.width > width * mm - 1 && found.height > height * mm + 1);
    });
    observer.observe(article);
    return () => observer.disconnect();
  }, [size]);

  return (
    <>
      {isLong && sheet.kind !== 'card' && (
        <p className="draft-note">
          <Trans>It takes more than one page. Take all of it from the tray.</Trans>
        </p>
      )}
      <div className={`preview preview--${size}`} ref={paper}>
        <SheetView sheet={sheet} isLarge={isLarge} />
      </div>
    </>
  );
}
