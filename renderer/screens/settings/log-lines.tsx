import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { caseCode, type LogLine } from '#core/domain/audit-view.ts';
import type { Log } from '../../hooks/use-log.ts';
import { Moment } from '../../parts/moment.tsx';
import { nameFrom, type NameOf, sayEvent, sayForged } from '../../text/audit-words.ts';

/** The usual height of a line, until it has been measured. */
const linePx = 58;

/** Only the lines in view are on the page: a log of years scrolls like a short one. */
export function LogLines({
  log,
  onCase,
}: {
  readonly log: Log;
  readonly onCase: ((code: string) => void) | undefined;
}) {
  const { t } = useLingui();
  const scroller = useRef<HTMLElement>(null);
  const total = log.total ?? 0;
  // What it hands out changes while it scrolls; nothing here keeps it for longer than one drawing.
  // oxlint-disable-next-line react/incompatible-library -- it warns users of the compiler of React, which is not used here
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => linePx,
    overscan: 8,
    onChange({ range }) {
      if (range !== null && total > 0) log.want(range.startIndex, range.endIndex);
    },
  });
  const nameOf = nameFrom(log.members);
  return (
    <>
      <output>
        {log.total === undefined
          ? ''
          : plural(total, { 0: 'No lines', one: '# line', other: '# lines' })}
      </output>
      {/* Whoever has no mouse scrolls it with the arrow keys. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a box that scrolls has to take the keys */}
      <section ref={scroller} className="log-lines" tabIndex={0} aria-label={t`Lines`}>
        <ul style={{ height: `${virtual.getTotalSize()}px` }}>
          {virtual.getVirtualItems().map(({ index, start }) => (
            <li
              key={index}
              ref={virtual.measureElement}
              data-index={index}
              aria-setsize={total}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${start}px)` }}
            >
              <Line line={log.lineAt(index)} nameOf={nameOf} onCase={onCase} />
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

function Line({
  line,
  nameOf,
  onCase,
}: {
  readonly line: LogLine | undefined;
  readonly nameOf: NameOf;
  readonly onCase: ((code: string) => void) | undefined;
}) {
  if (line === undefined) return <span>…</span>;
  const { position, at, isTimeDoubtful, staff, event } = line;
  if (event === null || staff === null)
    return (
      <span>
        <span className="log-lines__number">{position}</span> <strong>{sayForged()}</strong>
      </span>
    );
  const caseId = 'caseId' in event ? event.caseId : null;
  return (
    <>
      <span>
        <span className="log-lines__number">{position}</span> <Moment instant={at} />{' '}
        {isTimeDoubtful && (
          <>
            <span className="tag">
              <Trans>time doubtful</Trans>
            </span>{' '}
          </>
        )}
        {nameOf(staff)}: {sayEvent(event, nameOf)}
      </span>
      {caseId !== null && onCase !== undefined && (
        <button type="button" className="link-button" onClick={() => onCase(caseCode(caseId))}>
          <Trans>Who saw this case?</Trans>
        </button>
      )}
    </>
  );
}
