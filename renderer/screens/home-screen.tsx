import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from 'nhsuk-react-components';
import { useEffect, useState } from 'react';
import type { EncounterListing } from '#core/domain/encounter.ts';
import type { StaffMember } from '#core/domain/staff.ts';
import { listEncounters, startEncounter } from '#core/ipc/encounter-channels.ts';
import { call } from '../client.ts';
import { Page } from '../parts/page.tsx';
import { Problem } from '../parts/problem.tsx';
import { Moment } from '../parts/moment.tsx';
import type { Explicable } from '../text/explain.ts';

export function HomeScreen({
  member,
  onVisit,
  onSettings,
}: {
  readonly member: StaffMember;
  readonly onVisit: (visit: EncounterListing) => void;
  readonly onSettings: () => void;
}) {
  const { t } = useLingui();
  const [visits, setVisits] = useState<readonly EncounterListing[]>();
  const [error, setError] = useState<Explicable>();

  useEffect(() => {
    void call(listEncounters, null).then((reply) => {
      if (reply.ok) setVisits(reply.value);
      else setError(reply.error);
    });
  }, []);

  async function start(): Promise<void> {
    const reply = await call(startEncounter, null);
    if (reply.ok) onVisit(reply.value);
    else setError(reply.error);
  }

  return (
    <Page
      heading={t`Visits`}
      actions={
        <>
          {member.role !== 'clinician' && (
            <Button secondary type="button" onClick={onSettings}>
              <Trans>This place</Trans>
            </Button>
          )}
          <Button type="button" className="page__actions-end" onClick={() => void start()}>
            <Trans>Start a visit</Trans>
          </Button>
        </>
      }
    >
      <Problem error={error} />
      {visits?.length === 0 && (
        <p>
          <Trans>
            No visits yet. You need no suspicion to start one: it is a short talk about safety.
          </Trans>
        </p>
      )}
      <ul className="visits">
        {visits?.map((visit) => (
          <li key={visit.id}>
            <span>
              <Moment instant={visit.startedAt} /> · {visit.state === 'draft' ? t`open` : t`closed`}
            </span>
            {visit.state === 'draft' && (
              <Button secondary small type="button" onClick={() => onVisit(visit)}>
                <Trans>Go on</Trans>
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Page>
  );
}
