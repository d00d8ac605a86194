import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from 'nhsuk-react-components';
import { useEffect, useState } from 'react';
import { isSound, type LogVerdict } from '#core/domain/audit-view.ts';
import { noteWarningsSeen, readVerifying, verifyLog } from '#core/ipc/audit-channels.ts';
import { call } from '../../client.ts';
import { Problem } from '../../parts/problem.tsx';
import { takeFocus } from '../../parts/take-focus.ts';
import type { Explicable } from '../../text/explain.ts';
import type { NameOf } from '../../text/audit-words.ts';
import { explainVerdict, sayFlaw, saySeen } from '../../text/log-words.ts';

/** How often the screen asks how far it is. */
const lookEveryMs = 300;

/** Reads the whole log when somebody asks, and says in plain words what was found. */
export function LogVerification({
  nameOf,
  isLead,
  onChecked,
}: {
  readonly nameOf: NameOf;
  readonly isLead: boolean;
  /** There are new lines to see. */
  readonly onChecked: () => void;
}) {
  const { t } = useLingui();
  const [isRunning, setIsRunning] = useState(false);
  const [share, setShare] = useState(0);
  const [verdict, setVerdict] = useState<LogVerdict>();
  const [error, setError] = useState<Explicable>();

  useEffect(() => {
    if (!isRunning) return undefined;
    const timer = setInterval(() => {
      void call(readVerifying, null).then((reply) => {
        if (reply.ok && reply.value !== null && reply.value.of > 0)
          setShare(reply.value.done / reply.value.of);
      });
    }, lookEveryMs);
    return () => clearInterval(timer);
  }, [isRunning]);

  async function check(): Promise<void> {
    setIsRunning(true);
    setShare(0);
    setVerdict(undefined);
    const reply = await call(verifyLog, null);
    setIsRunning(false);
    setError(reply.ok ? undefined : reply.error);
    if (!reply.ok) return;
    setVerdict(reply.value);
    onChecked();
  }

  async function noteSeen(upTo: number): Promise<void> {
    const reply = await call(noteWarningsSeen, { upTo });
    if (reply.ok) await check();
    else setError(reply.error);
  }

  const words = verdict === undefined ? undefined : explainVerdict(verdict);
  return (
    <>
      <Problem error={error} />
      <p>
        <Trans>
          Every line is signed and tied to the one before. The check reads all of them, and changes
          nothing.
        </Trans>
      </p>
      <div className="sheet-actions">
        <Button type="button" small secondary disabled={isRunning} onClick={() => void check()}>
          {isRunning ? <Trans>Checking …</Trans> : <Trans>Check the whole log</Trans>}
        </Button>
        {isRunning && <progress value={share} max={1} aria-label={t`How far the check is`} />}
      </div>
      {verdict !== undefined && words !== undefined && (
        <section
          className={isSound(verdict) ? 'inset' : 'inset inset--caution'}
          tabIndex={-1}
          ref={takeFocus}
        >
          <h2 className="nhsuk-heading-s">{words.title}</h2>
          <ul>
            {verdict.flaws.map((flaw) => (
              <li key={`${flaw.flaw} ${flaw.position}`}>
                {sayFlaw(flaw)}{' '}
                {typeof flaw.seen === 'object' && <span>{saySeen(flaw.seen, nameOf)}</span>}
              </li>
            ))}
          </ul>
          <p>{words.next}</p>
          {isLead && verdict.flaws.some(({ seen }) => seen === 'not-yet') && (
            <Button type="button" small secondary onClick={() => void noteSeen(verdict.upTo)}>
              <Trans>I have seen these warnings</Trans>
            </Button>
          )}
        </section>
      )}
    </>
  );
}
