import { Trans, useLingui } from '@lingui/react/macro';
import { Textarea } from 'nhsuk-react-components';
import { useState } from 'react';
import type { Facility } from '#core/domain/facility.ts';
import { changeFacility } from '#core/ipc/facility-channels.ts';
import { call } from '../../client.ts';
import { useFacility } from '../../hooks/use-facility.ts';
import { KeepPage } from '../../parts/keep-page.tsx';
import type { Explicable } from '../../text/explain.ts';
import type { RoomProps } from './rooms.ts';

/** What every slip begins and ends with: one that looks like the others here is asked about by nobody. */
export function UsualSlipForm({ onDone }: RoomProps) {
  const facility = useFacility();
  return facility === undefined ? null : <Form facility={facility} onDone={onDone} />;
}

function Form({ facility, onDone }: { readonly facility: Facility; readonly onDone: () => void }) {
  const { t } = useLingui();
  const [usualSlip, setUsualSlip] = useState(facility.usualSlip);
  const [error, setError] = useState<Explicable>();

  async function save(): Promise<void> {
    const reply = await call(changeFacility, { ...facility, usualSlip });
    if (reply.ok) onDone();
    else setError(reply.error);
  }

  return (
    <KeepPage
      heading={t`How do your own slips look?`}
      keep={t`Keep it`}
      error={error}
      onBack={onDone}
      onKeep={() => void save()}
    >
      <p>
        <Trans>
          An appointment slip from here should look like every other slip of this place. Copy what
          yours begin and end with. Leave both empty if yours have nothing there.
        </Trans>
      </p>
      <Textarea
        label={t`At the top`}
        hint={t`For example the name and the address of the clinic.`}
        id="slip-head"
        rows={3}
        maxLength={200}
        value={usualSlip.head}
        onChange={(event) => setUsualSlip({ ...usualSlip, head: event.currentTarget.value })}
      />
      <Textarea
        label={t`At the foot`}
        hint={t`For example when the desk is open.`}
        id="slip-foot"
        rows={3}
        maxLength={300}
        value={usualSlip.foot}
        onChange={(event) => setUsualSlip({ ...usualSlip, foot: event.currentTarget.value })}
      />
    </KeepPage>
  );
}
