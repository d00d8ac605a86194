import { Plural, Trans } from '@lingui/react/macro';
import type { Anchor } from '#core/domain/audit-view.ts';
import type { Block } from '#core/sheet/sheet.ts';
import { Moment } from '../parts/moment.tsx';
import { nameFrom, sayEvent, sayForged } from '../text/audit-words.ts';

/** The slip that is kept away from the computer. */
export function LogSlip({ place, anchor }: Extract<Block, { kind: 'log-slip' }>) {
  return (
    <>
      <h1 className="sheet__title">{place}</h1>
      <AnchorLines anchor={anchor} />
      <p className="sheet__paragraph">
        <Trans>
          Keep this slip away from the computer. After a sign-in the program shows line and code of
          the slip that was printed last. If they are not those of your newest slip, the records
          were put back or changed: tell the safeguarding lead.
        </Trans>
      </p>
    </>
  );
}

/** All lines of one day. */
export function LogDay({
  place,
  day,
  lines,
  members,
  anchor,
}: Extract<Block, { kind: 'log-day' }>) {
  const nameOf = nameFrom(members);
  return (
    <>
      <h1 className="sheet__title">
        {place} · {day}
      </h1>
      <p className="sheet__paragraph">
        <Plural value={lines.length} one="# line" other="# lines" />
      </p>
      <ol className="sheet__log">
        {lines.map(({ position, at, isTimeDoubtful, staff, event }) => (
          <li key={position} value={position}>
            {event === null || staff === null ? (
              sayForged()
            ) : (
              <>
                <Moment instant={at} />
                {isTimeDoubtful && <Trans> (time doubtful)</Trans>} {nameOf(staff)}:{' '}
                {sayEvent(event, nameOf)}
              </>
            )}
          </li>
        ))}
      </ol>
      {anchor && <AnchorLines anchor={anchor} />}
    </>
  );
}

function AnchorLines({ anchor }: { readonly anchor: Anchor }) {
  return (
    <section className="sheet__field">
      <p className="sheet__value">
        <Trans>
          Line {anchor.position}, <Moment instant={anchor.at} />
        </Trans>
      </p>
      <p className="sheet__parts">
        <bdi dir="ltr">{anchor.code}</bdi>
      </p>
    </section>
  );
}
