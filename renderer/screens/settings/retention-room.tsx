import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from 'nhsuk-react-components';
import { useState } from 'react';
import { caseCode } from '#core/domain/audit-view.ts';
import type { DueErasure } from '#core/domain/retention.ts';
import { readRetention } from '#core/ipc/retention-channels.ts';
import { useAnswer } from '../../hooks/use-answer.ts';
import { Page } from '../../parts/page.tsx';
import { Problem } from '../../parts/problem.tsx';
import { sayCopiesHold, sayDueKind } from '../../text/retention-words.ts';
import { DecideDue } from './decide-due.tsx';
import { RetentionPeriods } from './retention-periods.tsx';
import type { RoomProps } from './rooms.ts';

/** How long records stay, and what is due. Nothing is ever erased by itself. */
export function RetentionRoom({ onDone }: RoomProps) {
  const { t } = useLingui();
  const { answer, refresh } = useAnswer(readRetention);
  const [open, setOpen] = useState<'periods' | DueErasure>();
  const [said, setSaid] = useState('');
  const retention = answer?.ok === true ? answer.value : undefined;

  function close(what: string): void {
    setSaid(what);
    setOpen(undefined);
    refresh();
  }

  if (retention !== undefined && open === 'periods')
    return <RetentionPeriods rules={retention.rules} onClose={close} />;
  if (retention !== undefined && open !== undefined && open !== 'periods')
    return <DecideDue due={open} inCopies={retention.inCopies} onClose={close} />;
  const due = retention?.due ?? [];
  return (
    <Page
      heading={t`How long records stay`}
      actions={
        <>
          <Button secondary type="button" onClick={onDone}>
            <Trans>Back</Trans>
          </Button>
          <Button type="button" className="page__actions-end" onClick={() => setOpen('periods')}>
            <Trans>Change the periods</Trans>
          </Button>
        </>
      }
    >
      <Problem error={answer?.ok === false ? answer.error : undefined} />
      <output className="note">{said}</output>
      <p>
        <Trans>
          Nothing is erased by itself. A case comes on this list when its period is over, and you
          decide. Only its code is shown: deciding opens no case.
        </Trans>
      </p>
      {retention !== undefined && (
        <>
          <h2 className="nhsuk-heading-m">
            {plural(due.length, {
              0: 'Nothing is due',
              one: '# case is due',
              other: '# cases are due',
            })}
          </h2>
          <ul className="entries">
            {due.map((one) => (
              <li key={one.caseId}>
                <span>
                  <bdi className="code">{caseCode(one.caseId)}</bdi> · {sayDueKind(one.kind)} ·{' '}
                  <Trans>
                    last visit {one.lastEncounterAt.slice(0, 10)}, due since{' '}
                    {one.dueSince.slice(0, 10)}
                  </Trans>
                </span>
                <Button secondary small type="button" onClick={() => setOpen(one)}>
                  <Trans>Decide</Trans>
                </Button>
              </li>
            ))}
          </ul>
          <p>{sayCopiesHold(retention.inCopies)}</p>
        </>
      )}
    </Page>
  );
}
