import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Textarea } from 'nhsuk-react-components';
import { useState } from 'react';
import type { Facility } from '#core/domain/facility.ts';
import type { GroundId } from '#core/domain/ground.ts';
import { LanguageTag } from '#core/domain/language.ts';
import { reportMissing } from '#core/ipc/missing-channels.ts';
import type { Pack } from '#core/pack/pack.ts';
import { call } from '../../client.ts';
import type { AtDesk } from '../../hooks/use-at-desk.ts';
import { Problem } from '../../parts/problem.tsx';
import { SheetCard } from '../../printing/sheet-card.tsx';
import type { Explicable } from '../../text/explain.ts';

/** Somebody reported the person missing: what they agreed to for that day, on one page, by one member with a reason. */
export function ReportedMissing({
  desk,
  pack,
  facility,
}: {
  readonly desk: AtDesk;
  readonly pack: Pack;
  readonly facility: Facility;
}) {
  const { t } = useLingui();
  const report = desk.wordsOf('missing-report');
  const reason = desk.wordsOf('missing-reason');
  const setReport = (next: string) => desk.type('missing-report', next);
  const setReason = (next: string) => desk.type('missing-reason', next);
  const [isIncomplete, setIsIncomplete] = useState(false);
  const [groundId, setGroundId] = useState<GroundId>();
  const [error, setError] = useState<Explicable>();

  async function release(): Promise<void> {
    const isMissing = report.trim() === '' || reason.trim() === '';
    setIsIncomplete(isMissing);
    if (isMissing) return;
    const reply = await call(reportMissing, { caseId: desk.caseId, report, reason });
    setError(reply.ok ? undefined : reply.error);
    if (!reply.ok) return;
    setGroundId(reply.value.groundId);
    setReport('');
    setReason('');
  }

  if (groundId !== undefined)
    return (
      <>
        <p className="note">
          <Trans>A second member reads why and signs within 24 hours.</Trans>
        </p>
        <SheetCard
          title={t`Facts for a search`}
          {...{ pack, facility }}
          firstLanguage={LanguageTag.parse('en')}
          order={(language, format) => ({ kind: 'missing-person', groundId, language, format })}
        />
      </>
    );
  return (
    <>
      <p>
        <Trans>
          Only when somebody has reported the person missing. What comes out is what the person
          agreed to for that day, and nothing of any visit.
        </Trans>
      </p>
      <Problem error={error} />
      {isIncomplete && (
        <p className="nhsuk-error-message" role="alert">
          <Trans>A few words in each field, please. Two or three are enough.</Trans>
        </p>
      )}
      <Textarea
        label={t`Who reported it, when and how`}
        id="missing-report"
        maxLength={2_000}
        rows={2}
        value={report}
        onChange={(event) => setReport(event.currentTarget.value)}
      />
      <Textarea
        label={t`Why you believe the report`}
        hint={t`Somebody who looks for the person may pretend. Call the police back on a number you know.`}
        id="missing-reason"
        maxLength={2_000}
        rows={2}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button type="button" onClick={() => void release()}>
        <Trans>Release what was agreed</Trans>
      </Button>
    </>
  );
}
