import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from 'nhsuk-react-components';
import { useEffect, useState } from 'react';
import type { z } from 'zod';
import type { CaseId } from '#core/domain/encounter.ts';
import type { GroundListing } from '#core/domain/ground.ts';
import { listGrounds } from '#core/ipc/ground-channels.ts';
import { call } from '../../client.ts';
import { Moment } from '../../parts/moment.tsx';
import { groundName, standingName } from '../../text/ground.ts';

type Listed = z.infer<typeof listGrounds.value>['grounds'][number];

/** What was put down for this person before: acted on from here, also after a second member signed. */
export function EarlierGrounds({
  caseId,
  onGoOn,
}: {
  readonly caseId: CaseId;
  readonly onGoOn: (ground: GroundListing) => void;
}) {
  const { t } = useLingui();
  const [grounds, setGrounds] = useState<readonly Listed[]>([]);
  useEffect(() => {
    void call(listGrounds, null).then((reply) => {
      if (reply.ok) setGrounds(reply.value.grounds.filter((each) => each.caseId === caseId));
    });
  }, [caseId]);
  if (grounds.length === 0) return null;
  return (
    <ul className="visits" aria-label={t`Put down before`}>
      {grounds.map((ground) => (
        <li key={ground.id}>
          <span>
            {groundName(ground.kind)} · <Moment instant={ground.madeAt} /> ·{' '}
            {standingName(ground.standing)}
          </span>
          {ground.kind !== 'reported-missing' && (
            <Button secondary small type="button" onClick={() => onGoOn(ground)}>
              <Trans>Go on</Trans>
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
