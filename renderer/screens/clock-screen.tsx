import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from 'nhsuk-react-components';
import { useState } from 'react';
import { stateDate } from '#core/ipc/audit-channels.ts';
import { call } from '../client.ts';
import { DayField } from '../parts/day-field.tsx';
import { Page } from '../parts/page.tsx';
import { Problem } from '../parts/problem.tsx';
import type { Explicable } from '../text/explain.ts';

/** The clock contradicts the log. Nobody is kept out by that; whoever can look at a calendar is asked. */
export function ClockScreen({
  clock,
  latest,
  onDone,
}: {
  readonly clock: string;
  readonly latest: string;
  readonly onDone: () => void;
}) {
  const { t } = useLingui();
  const [date, setDate] = useState<string | null>(null);
  const [error, setError] = useState<Explicable>();

  async function take(stated: string): Promise<void> {
    const reply = await call(stateDate, { date: stated });
    if (reply.ok) onDone();
    else setError(reply.error);
  }

  return (
    <Page
      heading={t`What is the date today?`}
      actions={
        <>
          <Button secondary type="button" onClick={onDone}>
            <Trans>I do not know</Trans>
          </Button>
          <Button
            type="button"
            className="page__actions-end"
            disabled={date === null}
            onClick={() => void (date === null ? undefined : take(date))}
          >
            <Trans>Use this date</Trans>
          </Button>
        </>
      }
    >
      <Problem error={error} />
      <p>
        <Trans>
          The clock of this computer says <strong>{clock.slice(0, 10)}</strong>. The last time
          something was saved here was <strong>{latest.slice(0, 10)}</strong>. The battery of the
          clock may be empty.
        </Trans>
      </p>
      <DayField label={t`Today is`} id="today" value={date} onChange={setDate} />
      <p>
        <Trans>
          All records are there, and you can work. Until the clock is right, times are marked as
          doubtful, and nothing counts longer because the clock went back. The date you give is
          forgotten when you lock.
        </Trans>
      </p>
    </Page>
  );
}
