import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from 'nhsuk-react-components';
import { useCallback, useEffect, useState } from 'react';
import type { CaseListing } from '#core/domain/case-page.ts';
import type { CaseId, EncounterListing } from '#core/domain/encounter.ts';
import type { StaffMember } from '#core/domain/staff.ts';
import { listCases, startNextVisit } from '#core/ipc/case-channels.ts';
import { startEncounter } from '#core/ipc/encounter-channels.ts';
import { readRecovery } from '#core/ipc/recovery-channels.ts';
import { call } from '../client.ts';
import { useOneAtATime } from '../hooks/use-one-at-a-time.ts';
import { usePageKeys } from '../hooks/use-page-keys.ts';
import { usePieces } from '../hooks/use-pieces.ts';
import { CaseRow } from '../parts/case-row.tsx';
import { LongList } from '../parts/long-list.tsx';
import { useDue } from '../hooks/use-due.ts';
import { DueNote } from '../parts/due-note.tsx';
import { Page } from '../parts/page.tsx';
import { Problem } from '../parts/problem.tsx';
import { AskedHow } from './home/asked-how.tsx';
import { FromColleagues } from './home/from-colleagues.tsx';
import type { Explicable } from '../text/explain.ts';

/** Times and states, and nothing else: whoever passes by may read along. */
export function HomeScreen({
  member,
  onVisit,
  onNextVisit,
  onFind,
  onCase,
  onSettings,
  onSheets,
  onDebrief,
  onDue,
  onConsultation,
}: {
  readonly member: StaffMember;
  readonly onVisit: (visit: EncounterListing) => void;
  /** A person comes again: what is known is read first. */
  readonly onNextVisit: (visit: EncounterListing) => void;
  readonly onFind: () => void;
  readonly onCase: (caseId: CaseId) => void;
  readonly onSettings: () => void;
  readonly onSheets: () => void;
  readonly onDebrief: () => void;
  readonly onDue: () => void;
  readonly onConsultation: () => void;
}) {
  const { t } = useLingui();
  usePageKeys(false);
  const once = useOneAtATime();
  const [error, setError] = useState<Explicable>();
  const [areSheetsDue, setAreSheetsDue] = useState(false);
  useEffect(() => {
    void call(readRecovery, null).then((reply) =>
      setAreSheetsDue(reply.ok && reply.value.proven !== 'sound'),
    );
  }, []);
  const due = useDue();
  const load = useCallback(async (after: number, count: number) => {
    const reply = await call(listCases, { after, count });
    if (!reply.ok) setError(reply.error);
    return reply.ok ? { total: reply.value.total, rows: reply.value.cases } : undefined;
  }, []);
  const { total, rowAt, see } = usePieces(load);

  async function start(): Promise<void> {
    const reply = await call(startEncounter, null);
    if (reply.ok) onVisit(reply.value);
    else setError(reply.error);
  }

  const renderRow = useCallback(
    (listing: CaseListing | undefined) => {
      async function startNext(caseId: CaseId): Promise<void> {
        const reply = await call(startNextVisit, { caseId });
        if (reply.ok) onNextVisit(reply.value);
        else setError(reply.error);
      }
      return (
        <CaseRow
          listing={listing}
          renderActions={({ caseId, last, openOf }) => (
            <>
              <Button secondary small type="button" onClick={() => onCase(caseId)}>
                <Trans>Look back</Trans>
              </Button>
              {last.state === 'draft' && openOf === null ? (
                <Button secondary small type="button" onClick={() => onVisit(last)}>
                  <Trans>Go on</Trans>
                </Button>
              ) : (
                <Button secondary small type="button" onClick={() => once(() => startNext(caseId))}>
                  <Trans>Next visit</Trans>
                </Button>
              )}
            </>
          )}
        />
      );
    },
    [onCase, onVisit, onNextVisit, once],
  );

  return (
    <Page
      heading={t`Visits`}
      actions={
        <>
          <Button secondary type="button" onClick={onSettings}>
            <Trans>This place</Trans>
          </Button>
          <Button secondary type="button" onClick={onFind}>
            <Trans>Find a visit</Trans>
          </Button>
          {member.role !== 'administrator' && (
            <Button
              type="button"
              className="page__actions-end page__next"
              onClick={() => once(start)}
            >
              <Trans>Start a visit</Trans>
            </Button>
          )}
        </>
      }
    >
      <Problem error={error} />
      {areSheetsDue && member.role === 'safeguarding-lead' && (
        <p className="practice-note">
          <Trans>New recovery sheets are due.</Trans>{' '}
          <Button secondary small type="button" onClick={onSheets}>
            <Trans>Make them now</Trans>
          </Button>
        </p>
      )}
      {member.role === 'safeguarding-lead' && <FromColleagues onError={setError} />}
      <AskedHow onAnswer={onDebrief} />
      <DueNote {...due} onChoose={onDue} onConsultation={onConsultation} />
      {total === 0 && (
        <p>
          <Trans>No visits yet. You need no special reason to start one: it is a short talk.</Trans>
        </p>
      )}
      {total !== undefined && total > 0 && (
        <LongList count={total} onSeen={see} {...{ rowAt, renderRow }} />
      )}
    </Page>
  );
}
