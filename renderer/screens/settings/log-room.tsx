import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from 'nhsuk-react-components';
import { useState } from 'react';
import { CaseCode, type LogFilter } from '#core/domain/audit-view.ts';
import { useLog } from '../../hooks/use-log.ts';
import { Page } from '../../parts/page.tsx';
import { Problem } from '../../parts/problem.tsx';
import { nameFrom } from '../../text/audit-words.ts';
import { LogFilterForm } from './log-filter.tsx';
import { LogLines } from './log-lines.tsx';
import { LogPaper } from './log-paper.tsx';
import { LogVerification } from './log-verification.tsx';
import { LogViewers } from './log-viewers.tsx';
import type { RoomProps } from './rooms.ts';

const everything: LogFilter = { part: null, staff: null, caseCode: null, from: null, to: null };

/** Who did what: to read, to check, and on paper. */
export function LogRoom({ member, onDone }: RoomProps) {
  const { t } = useLingui();
  const [filter, setFilter] = useState(everything);
  /** What is typed may not be a whole code yet. */
  const [typedCode, setTypedCode] = useState('');
  /** Counts up when there are new lines to see. */
  const [turn, setTurn] = useState(0);
  const [part, setPart] = useState<'lines' | 'check' | 'paper'>('lines');
  const log = useLog(filter, turn);
  const isLead = member.role === 'safeguarding-lead';

  function showCase(typed: string): void {
    setTypedCode(typed);
    const code = CaseCode.safeParse(typed);
    setFilter({ ...filter, caseCode: code.success ? code.data : null });
  }

  const names = { lines: t`Lines`, check: t`Check`, paper: t`On paper` };
  return (
    <Page
      heading={t`Log`}
      actions={
        <Button secondary type="button" onClick={onDone}>
          <Trans>Back</Trans>
        </Button>
      }
    >
      <nav className="rooms" aria-label={t`Parts of the log`}>
        {(['lines', 'check', 'paper'] as const).map((name) => (
          <Button
            key={name}
            type="button"
            small
            secondary={name !== part}
            aria-pressed={name === part}
            onClick={() => setPart(name)}
          >
            {names[name]}
          </Button>
        ))}
      </nav>
      {part === 'check' && (
        <LogVerification
          nameOf={nameFrom(log.members)}
          isLead={isLead}
          onChecked={() => setTurn(turn + 1)}
        />
      )}
      {part === 'paper' && <LogPaper mayPrintDay={isLead} onPrinted={() => setTurn(turn + 1)} />}
      {part === 'lines' && (
        <>
          <LogFilterForm
            filter={filter}
            typedCode={typedCode}
            members={log.members}
            isLead={isLead}
            onChange={setFilter}
            onCode={showCase}
          />
          <Problem error={log.error} />
          {filter.caseCode !== null && (
            <LogViewers key={filter.caseCode} caseCode={filter.caseCode} />
          )}
          <LogLines log={log} onCase={isLead && filter.caseCode === null ? showCase : undefined} />
        </>
      )}
    </Page>
  );
}
