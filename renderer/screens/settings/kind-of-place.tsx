import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { Facility } from '#core/domain/facility.ts';
import { Setting } from '#core/domain/setting.ts';
import { changeFacility } from '#core/ipc/facility-channels.ts';
import { call } from '../../client.ts';
import { useFacility } from '../../hooks/use-facility.ts';
import { Choice } from '../../parts/choice.tsx';
import { KeepPage } from '../../parts/keep-page.tsx';
import type { Explicable } from '../../text/explain.ts';
import { settingName } from '../../text/talk.ts';
import type { RoomProps } from './rooms.ts';

/** What kind of place it is, so that no visit has to ask: its first questions are those for it. */
export function KindOfPlace({ onDone }: RoomProps) {
  const facility = useFacility();
  return facility === undefined ? null : <Form facility={facility} onDone={onDone} />;
}

function Form({ facility, onDone }: { readonly facility: Facility; readonly onDone: () => void }) {
  const { t } = useLingui();
  const [setting, setSetting] = useState(facility.setting);
  const [error, setError] = useState<Explicable>();

  async function save(): Promise<void> {
    const reply = await call(changeFacility, { ...facility, setting });
    if (reply.ok) onDone();
    else setError(reply.error);
  }

  return (
    <KeepPage
      heading={t`What kind of place is this?`}
      keep={t`Keep it`}
      error={error}
      onBack={onDone}
      onKeep={() => void save()}
    >
      <Choice
        name="setting"
        legend={t`Every visit begins with questions for it; a visit can choose others.`}
        options={Setting.options.map((value) => ({ value, label: settingName(value) }))}
        value={setting}
        onChoose={setSetting}
      />
    </KeepPage>
  );
}
