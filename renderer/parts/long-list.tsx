import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, type ReactNode, useEffect, useRef, useState } from 'react';

const usualRowHeightPx = 72;

/**
 * A list of any length inside a page: only the rows that can be seen are there. Readers of the
 * screen hear which of how many a row is.
 */
export function LongList<Row>({
  count,
  rowAt,
  renderRow,
  onSeen,
}: {
  readonly count: number;
  /** Undefined while a row is on its way. */
  readonly rowAt: (at: number) => Row | undefined;
  /** A row is drawn again when it or this function is another: keep the function. */
  readonly renderRow: (row: Row | undefined) => ReactNode;
  /** Which rows are on the screen now, the last one included. */
  readonly onSeen?: (first: number, last: number) => void;
}) {
  const list = useRef<HTMLUListElement>(null);
  const [page, setPage] = useState<Element | null>(null);
  // oxlint-disable-next-line react/incompatible-library -- it warns users of the compiler of React, which is not used here
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => page,
    estimateSize: () => usualRowHeightPx,
    overscan: 6,
    // A scroll is drawn with the next frame; to draw inside its event would make frames long.
    useFlushSync: false,
    scrollMargin: list.current?.offsetTop ?? 0,
  });
  useEffect(() => setPage(list.current?.closest('.page') ?? null), []);

  const rows = virtual.getVirtualItems();
  const first = rows.at(0)?.index;
  const last = rows.at(-1)?.index;
  useEffect(() => {
    if (first !== undefined && last !== undefined) onSeen?.(first, last);
  }, [first, last, onSeen]);

  return (
    <ul ref={list} className="long-list" style={{ height: virtual.getTotalSize() }}>
      {rows.map(({ key, index, start }) => (
        <li
          key={key}
          ref={virtual.measureElement}
          data-index={index}
          aria-setsize={count}
          aria-posinset={index + 1}
          style={{ transform: `translateY(${start - virtual.options.scrollMargin}px)` }}
        >
          <Drawn row={rowAt(index)} by={renderRow} draw={() => renderRow(rowAt(index))} />
        </li>
      ))}
    </ul>
  );
}

/** While the list moves, the rows that stay are not drawn again. */
const Drawn = memo(
  ({ draw }: { readonly row: unknown; readonly by: unknown; readonly draw: () => ReactNode }) =>
    draw(),
  (before, after) => before.row === after.row && before.by === after.by,
);
