import { Trans } from '@lingui/react/macro';
import { Button } from 'nhsuk-react-components';
import { useEffect, useState } from 'react';
import { dayHere } from '#core/domain/calendar-date.ts';
import type { CaseId } from '#core/domain/encounter.ts';
import type { LookAgain } from '#core/domain/look-again.ts';
import { listLookAgain } from '#core/ipc/referral-channels.ts';
import { call } from '../../client.ts';

/** Where no helper could be found for now, the soonest day first. No name of anybody. */
export function LookingAgain({ onCase }: { readonly onCase: (caseId: CaseId) => void }) {
  const [cases, setCases] = useState<readonly LookAgain[]>([]);
  const [today] = useState(() => dayHere(new Date().toISOString()));
  useEffect(() => {
    void call(listLookAgain, null).then((reply) => {
      if (reply.ok) setCases(reply.value.cases);
    });
  }, []);
  if (cases.length === 0) return null;
  return (
    <>
      <h2 className="nhsuk-heading-m">
        <Trans>Look again for a helper</Trans>
      </h2>
      <ul className="visits">
        {cases.map(({ caseId, dueOn }) => (
          <li key={caseId}>
            <span className={dueOn <= today ? 'tag' : undefined}>{dueOn}</span>
            <Button secondary small type="button" onClick={() => onCase(caseId)}>
              <Trans>Look back</Trans>
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
