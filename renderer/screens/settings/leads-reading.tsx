import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { Facility } from '#core/domain/facility.ts';
import { changeFacility } from '#core/ipc/facility-channels.ts';
import { call } from '../../client.ts';
import { useFacility } from '../../hooks/use-facility.ts';
import { Choice } from '../../parts/choice.tsx';
import { KeepPage } from '../../parts/keep-page.tsx';
import type { Explicable } from '../../text/explain.ts';
import type { RoomProps } from './rooms.ts';

/** Whether safeguarding leads read every visit, or only what is shared with them. */
export function LeadsReading({ onDone }: RoomProps) {
  const facility = useFacility();
  return facility === undefined ? null : <Form facility={facility} onDone={onDone} />;
}

function Form({ facility, onDone }: { readonly facility: Facility; readonly onDone: () => void }) {
  const { t } = useLingui();
  const [leadsRead, setLeadsRead] = useState(facility.leadsRead);
  const [error, setError] = useState<Explicable>();

  async function save(): Promise<void> {
    const reply = await call(changeFacility, { ...facility, leadsRead });
    if (reply.ok) onDone();
    else setError(reply.error);
  }

  return (
    <KeepPage
      heading={t`What do safeguarding leads read?`}
      keep={t`Keep this rule`}
      error={error}
      onBack={onDone}
      onKeep={() => void save()}
    >
      <Choice
        name="leads-read"
        legend={t`What do safeguarding leads read?`}
        isHeading
        options={[
          {
            value: 'all',
            label: t`Every visit`,
            hint: t`The usual rule. No visit is lost when a colleague leaves or forgets a password.`,
          },
          {
            value: 'shared',
            label: t`Their own visits, and what is shared with them`,
            hint: t`A visit that only one colleague can open is lost without that colleague’s password or two recovery sheets.`,
          },
        ]}
        value={leadsRead}
        onChoose={setLeadsRead}
      />
      <p>
        <Trans>
          What a lead can open today stays open to them until somebody takes it back, visit by
          visit. The log keeps each change of this rule.
        </Trans>
      </p>
    </KeepPage>
  );
}
