import { Trans, useLingui } from '@lingui/react/macro';
import { Button, TextInput } from 'nhsuk-react-components';
import { useCallback, useState } from 'react';
import type { FoundCase } from '#core/domain/case-page.ts';
import type { CaseId } from '#core/domain/encounter.ts';
import { confirmStaffOnly, findCases } from '#core/ipc/case-channels.ts';
import { call } from '../client.ts';
import { usePageKeys } from '../hooks/use-page-keys.ts';
import { usePieces } from '../hooks/use-pieces.ts';
import { CaseRow } from '../parts/case-row.tsx';
import { LongList } from '../parts/long-list.tsx';
import { Page } from '../parts/page.tsx';
import { Problem } from '../parts/problem.tsx';
import { StaffOnlyGate } from '../steps/staff-only-gate.tsx';
import type { Explicable } from '../text/explain.ts';

/** Looking for a person by a name they used, behind the question whether only staff can see. */
export function FindScreen({
  onCase,
  onLeave,
}: {
  readonly onCase: (caseId: CaseId) => void;
  readonly onLeave: () => void;
}) {
  const { t } = useLingui();
  const [words, setWords] = useState('');
  const [isArmed, setIsArmed] = useState(false);
  usePageKeys(isArmed);
  const [isComplete, setIsComplete] = useState(true);
  const [error, setError] = useState<Explicable>();
  const load = useCallback(
    async (after: number, count: number) => {
      if (isArmed) return undefined;
      const reply = await call(findCases, { words, after, count });
      if (reply.ok) {
        setIsComplete(reply.value.isComplete);
        return { total: reply.value.total, rows: reply.value.cases };
      }
      if (reply.error.kind === 'GateArmed') setIsArmed(true);
      else setError(reply.error);
      return undefined;
    },
    [words, isArmed],
  );
  const { total, rowAt, see } = usePieces<FoundCase>(load);

  const renderRow = useCallback(
    (found: FoundCase | undefined) => (
      <CaseRow
        listing={found}
        name={found?.aliases.join(' · ') || t`no name given`}
        renderActions={({ caseId }) => (
          <Button secondary small type="button" onClick={() => onCase(caseId)}>
            <Trans>Look back</Trans>
          </Button>
        )}
      />
    ),
    [onCase, t],
  );

  async function confirm(): Promise<void> {
    const reply = await call(confirmStaffOnly, null);
    if (reply.ok) setIsArmed(false);
    setError(reply.ok ? undefined : reply.error);
  }

  if (isArmed)
    return <StaffOnlyGate error={error} onConfirm={() => void confirm()} onLeave={onLeave} />;
  if (total === undefined && error === undefined) return null;
  return (
    <Page
      heading={t`Find a visit`}
      actions={
        <Button secondary type="button" onClick={onLeave}>
          <Trans>Back</Trans>
        </Button>
      }
    >
      <Problem error={error} />
      <TextInput
        label={t`Name`}
        hint={t`Any name the person has used, or a day such as 2026-11-24.`}
        id="find-words"
        type="search"
        autoComplete="off"
        width={20}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <output className="note">
        {words === '' ? '' : t`${total ?? 0} found`}
        {isComplete ? '' : ` · ${t`still looking through the visits`}`}
      </output>
      <LongList count={total ?? 0} onSeen={see} {...{ rowAt, renderRow }} />
    </Page>
  );
}
