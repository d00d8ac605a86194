import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from 'nhsuk-react-components';
import { useEffect, useState } from 'react';
import type { EncounterId } from '#core/domain/encounter.ts';
import { isOpen, type ReferralListing } from '#core/domain/referral.ts';
import { listReferrals } from '#core/ipc/referral-channels.ts';
import { call } from '../../client.ts';
import { Moment } from '../../parts/moment.tsx';
import { stateName } from '../../text/referral.ts';

/** What is under way with helpers, the soonest due first. No name of anybody, and of no helper. */
export function UnderWay({ onChoose }: { readonly onChoose: (visit: EncounterId) => void }) {
  const { t } = useLingui();
  const [listings, setListings] = useState<readonly ReferralListing[]>();
  const [now] = useState(() => new Date().toISOString());
  useEffect(() => {
    void call(listReferrals, null).then((reply) => {
      if (reply.ok) setListings(reply.value.referrals.filter(({ state }) => isOpen(state)));
    });
  }, []);
  if (listings === undefined) return null;
  return (
    <>
      <h2 className="nhsuk-heading-m">
        <Trans>Under way with helpers</Trans>
      </h2>
      {listings.length === 0 && (
        <p>
          <Trans>Nothing here.</Trans>
        </p>
      )}
      <ul className="visits">
        {listings.map(({ id, state, dueAt, encounterId }) => (
          <li key={id}>
            <span>
              {stateName(state)}
              {dueAt !== null && (
                <>
                  {' · '}
                  <span className={dueAt <= now ? 'tag' : undefined}>
                    {dueAt <= now ? t`overdue since` : t`next step by`} <Moment instant={dueAt} />
                  </span>
                </>
              )}
            </span>
            <Button secondary small type="button" onClick={() => onChoose(encounterId)}>
              <Trans>Open</Trans>
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
