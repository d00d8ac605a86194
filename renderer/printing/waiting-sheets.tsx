import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from 'nhsuk-react-components';
import { useState } from 'react';
import type { EncounterId } from '#core/domain/encounter.ts';
import {
  forgetPrint,
  printAgain,
  type PrintJobListing,
  takeBackPrint,
} from '#core/ipc/printing-channels.ts';
import type { Pack } from '#core/pack/pack.ts';
import { call } from '../client.ts';
import { usePrintJobs } from '../hooks/use-printing.ts';
import { Problem } from '../parts/problem.tsx';
import { sheetName } from '../text/sheet-names.ts';
import { explain, type Explicable } from '../text/explain.ts';

/** What was to be printed and has not come out: nothing of it is lost, and nothing prints by itself. */
export function WaitingSheets({
  encounterId,
  pack,
}: {
  readonly encounterId: EncounterId | null;
  readonly pack: Pack;
}) {
  const { t } = useLingui();
  const jobs = usePrintJobs(encounterId);
  const [error, setError] = useState<Explicable>();
  const [sent, setSent] = useState<readonly string[]>();
  // A sheet that is just being printed is no news.
  const waiting = jobs.filter(
    ({ state }) => state.kind === 'kept' || (state.kind === 'queued' && state.problem !== null),
  );
  // That something was sent is no news any more when another sheet has not come out since.
  const isSent = sent !== undefined && waiting.every(({ id }) => sent.includes(id));

  async function again({ id, state }: PrintJobListing): Promise<void> {
    setSent(undefined);
    const mayBeOut = state.kind === 'kept' && state.mayBeOut;
    const reply = await call(printAgain, { id, tray: mayBeOut ? 'empty' : 'not-looked' });
    setError(reply.ok ? undefined : reply.error);
    if (reply.ok) setSent(waiting.map((job) => job.id).filter((other) => other !== id));
  }

  async function forget(id: string): Promise<void> {
    setSent(undefined);
    const reply = await call(forgetPrint, { id });
    setError(reply.ok ? undefined : reply.error);
  }

  async function takeBack(id: string): Promise<void> {
    const reply = await call(takeBackPrint, { id });
    setError(reply.ok ? undefined : reply.error);
  }

  const isEmpty = waiting.length === 0;
  return (
    <section aria-label={t`Not printed yet`} hidden={isEmpty && !isSent && error === undefined}>
      {!isEmpty && (
        <h2 className="nhsuk-heading-m">
          <Trans>Not printed yet</Trans>
        </h2>
      )}
      <Problem error={error} />
      <ul className="waiting">
        {waiting.map((job) => (
          <li key={job.id} className="waiting__sheet">
            <p>
              <strong>
                {sheetName(job.sheet)},{' '}
                {pack.manifest.languages.find(({ tag }) => tag === job.language)?.englishName}
              </strong>
            </p>
            <p>{reasonOf(job)}</p>
            {job.state.kind === 'kept' && job.state.mayBeOut && (
              <p>
                <Trans>It may have come out. Look into the tray before you print it again.</Trans>
              </p>
            )}
            {job.state.kind === 'queued' && (
              <p>
                <Trans>
                  Put that right, and it comes out. If it does not in two minutes, it is taken back
                  and waits here.
                </Trans>
              </p>
            )}
            <div className="sheet-actions">
              {job.state.kind === 'kept' && (
                <>
                  <Button type="button" small onClick={() => void again(job)}>
                    {job.state.mayBeOut ? (
                      <Trans>The tray is empty, print it</Trans>
                    ) : (
                      <Trans>Print it now</Trans>
                    )}
                  </Button>
                  <Button type="button" small secondary onClick={() => void forget(job.id)}>
                    {job.state.mayBeOut ? (
                      <Trans>It has come out</Trans>
                    ) : (
                      <Trans>Not needed</Trans>
                    )}
                  </Button>
                </>
              )}
              {job.state.kind === 'queued' && (
                <Button type="button" small secondary onClick={() => void takeBack(job.id)}>
                  <Trans>Take it back from the printer</Trans>
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
      <output>{isSent && <Trans>Sent to the printer. Take it from the tray.</Trans>}</output>
    </section>
  );

  function reasonOf({ state }: PrintJobListing): string {
    const problem = state.kind === 'sending' ? null : state.problem;
    return problem === null ? t`The printer did not finish it.` : explain(problem).title;
  }
}
