import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from 'nhsuk-react-components';
import { useState } from 'react';
import { caseCode } from '#core/domain/audit-view.ts';
import { type DueErasure, HoldReason, type InCopies } from '#core/domain/retention.ts';
import { eraseCase, keepCase } from '#core/ipc/retention-channels.ts';
import { call } from '../../client.ts';
import { Choice } from '../../parts/choice.tsx';
import { DayField } from '../../parts/day-field.tsx';
import { Page } from '../../parts/page.tsx';
import { Problem } from '../../parts/problem.tsx';
import type { Explicable } from '../../text/explain.ts';
import { sayCopiesHold, sayDueKind, sayHoldReason } from '../../text/retention-words.ts';

/** One case that is due: keep it until a day for a reason, or erase it for good. */
export function DecideDue({
  due,
  inCopies,
  onClose,
}: {
  readonly due: DueErasure;
  readonly inCopies: InCopies;
  readonly onClose: (said: string) => void;
}) {
  const { t } = useLingui();
  const [decision, setDecision] = useState<'keep' | 'erase'>();
  const [until, setUntil] = useState<string | null>(null);
  const [reason, setReason] = useState<HoldReason>();
  const [error, setError] = useState<Explicable>();
  const { caseId } = due;
  const code = caseCode(caseId);
  const isReady = decision === 'erase' || (until !== null && reason !== undefined);

  async function decide(): Promise<void> {
    if (decision === 'keep' && until !== null && reason !== undefined) {
      const reply = await call(keepCase, { caseId, until, reason });
      if (reply.ok) onClose(t`Case ${code} stays until ${until}.`);
      else setError(reply.error);
    }
    if (decision === 'erase') {
      const reply = await call(eraseCase, { caseId });
      if (!reply.ok) return setError(reply.error);
      const { isRewritten, inCopies: held } = reply.value;
      const rest = isRewritten
        ? ''
        : ' ' + t`The disk had no room to write the records anew; the next erasure does it.`;
      onClose(`${t`Case ${code} is erased.`} ${sayCopiesHold(held)}${rest}`);
    }
  }

  return (
    <Page
      heading={t`What becomes of case ${code}?`}
      actions={
        <>
          <Button secondary type="button" onClick={() => onClose('')}>
            <Trans>Back</Trans>
          </Button>
          <Button
            type="button"
            className="page__actions-end"
            warning={decision === 'erase'}
            disabled={decision === undefined || !isReady}
            onClick={() => void decide()}
          >
            {decision === 'erase' ? <Trans>Erase for good</Trans> : <Trans>Keep it</Trans>}
          </Button>
        </>
      }
    >
      <Problem error={error} />
      <p>
        {sayDueKind(due.kind)} ·{' '}
        <Trans>
          last visit {due.lastEncounterAt.slice(0, 10)}, due since {due.dueSince.slice(0, 10)}
        </Trans>
      </p>
      <Choice
        name="due"
        legend={t`What becomes of case ${code}?`}
        isHeading
        options={[
          { value: 'keep', label: t`Keep it until a day` },
          { value: 'erase', label: t`Erase it for good` },
        ]}
        value={decision}
        onChoose={setDecision}
      />
      {decision === 'keep' && (
        <>
          <DayField label={t`Until`} id="keep-until" value={until} onChange={setUntil} />
          <Choice
            name="reason"
            legend={t`Why`}
            options={HoldReason.options.map((one) => ({ value: one, label: sayHoldReason(one) }))}
            value={reason}
            onChoose={setReason}
          />
        </>
      )}
      {decision === 'erase' && (
        <section className="inset inset--caution">
          <p>
            <Trans>
              Its keys are destroyed and its visits are gone; nobody can bring them back. The log
              keeps the code {code} and says when it was erased.
            </Trans>
          </p>
          <p>{sayCopiesHold(inCopies)}</p>
        </section>
      )}
    </Page>
  );
}
