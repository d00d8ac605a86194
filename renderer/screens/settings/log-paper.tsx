import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Checkboxes } from 'nhsuk-react-components';
import { useState } from 'react';
import { printActivity, printAnchor, readAnchors } from '#core/ipc/audit-channels.ts';
import { type Format, plainFormat } from '#core/sheet/paper.ts';
import { call } from '../../client.ts';
import { useAnswer } from '../../hooks/use-answer.ts';
import { DayField } from '../../parts/day-field.tsx';
import { Moment } from '../../parts/moment.tsx';
import { Problem } from '../../parts/problem.tsx';
import type { Explicable } from '../../text/explain.ts';

const format: Format = plainFormat;

/** The slip of the week, and all lines of one day. */
export function LogPaper({
  mayPrintDay,
  onPrinted,
}: {
  readonly mayPrintDay: boolean;
  readonly onPrinted: () => void;
}) {
  const { t } = useLingui();
  const { answer, refresh } = useAnswer(readAnchors);
  const anchors = answer?.ok === true ? answer.value : undefined;
  const [day, setDay] = useState<string | null>(null);
  const [isByNumber, setIsByNumber] = useState(false);
  const [done, setDone] = useState('');
  const [error, setError] = useState<Explicable>();

  async function printSlip(): Promise<void> {
    const reply = await call(printAnchor, { format });
    setError(reply.ok ? undefined : reply.error);
    setDone(reply.ok ? t`Slip of line ${reply.value.position}: sent to the printer.` : '');
    refresh();
    onPrinted();
  }

  async function printDay(wanted: string): Promise<void> {
    const reply = await call(printActivity, { day: wanted, isByNumber, format });
    setError(reply.ok ? undefined : reply.error);
    const lines = reply.ok
      ? plural(reply.value.lines, { 0: 'no lines', one: '# line', other: '# lines' })
      : '';
    setDone(reply.ok ? t`${wanted}, ${lines}: sent to the printer.` : '');
    onPrinted();
  }

  return (
    <>
      <Problem error={error} />
      <p>
        <Trans>
          A slip on paper shows later whether somebody has put all records back to an older state.
          Print one every week and keep it away from this computer.
        </Trans>{' '}
        {anchors?.printed ? (
          <Trans>
            The last one: line {anchors.printed.anchor.position}, code{' '}
            <bdi className="code">{anchors.printed.anchor.code}</bdi>, printed{' '}
            <Moment instant={anchors.printed.printedAt} />.
          </Trans>
        ) : (
          <Trans>None was printed yet.</Trans>
        )}{' '}
        {anchors?.isDue === true && (
          <span className="tag">
            <Trans>a slip is due</Trans>
          </span>
        )}
      </p>
      <div className="sheet-actions">
        <Button type="button" small secondary onClick={() => void printSlip()}>
          <Trans>Print the slip</Trans>
        </Button>
      </div>
      <div className="sheet-actions">
        {mayPrintDay && (
          <>
            <DayField label={t`All lines of one day`} id="log-day" value={day} onChange={setDay} />
            <Checkboxes id="log-by-number" small>
              <Checkboxes.Item
                value="number"
                checked={isByNumber}
                onChange={() => setIsByNumber(!isByNumber)}
              >
                {t`For a court: staff by number, without names`}
              </Checkboxes.Item>
            </Checkboxes>
            <Button
              type="button"
              small
              secondary
              disabled={day === null}
              onClick={() => void (day === null ? undefined : printDay(day))}
            >
              <Trans>Print this day</Trans>
            </Button>
          </>
        )}
        <output>{done}</output>
      </div>
    </>
  );
}
