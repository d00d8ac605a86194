import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { Facility } from '#core/domain/facility.ts';
import { changeFacility } from '#core/ipc/facility-channels.ts';
import { call } from '../../client.ts';
import { useFacility } from '../../hooks/use-facility.ts';
import { Choice } from '../../parts/choice.tsx';
import { KeepPage } from '../../parts/keep-page.tsx';
import type { Explicable } from '../../text/explain.ts';
import type { RoomProps } from './rooms.ts';

const coverSeconds = [30, 60, 120, 180, 300] as const;
const lockMinutes = [5, 10, 15, 20, 30] as const;

/** When the screen closes by itself, in its two steps. */
export function WatchRulesForm({ onDone }: RoomProps) {
  const facility = useFacility();
  return facility === undefined ? null : <Form facility={facility} onDone={onDone} />;
}

function Form({ facility, onDone }: { readonly facility: Facility; readonly onDone: () => void }) {
  const { t } = useLingui();
  const [watch, setWatch] = useState(facility.watch);
  const [error, setError] = useState<Explicable>();

  async function save(): Promise<void> {
    const reply = await call(changeFacility, { ...facility, watch });
    if (reply.ok) onDone();
    else setError(reply.error);
  }

  return (
    <KeepPage
      heading={t`When does the screen close by itself?`}
      keep={t`Keep these times`}
      error={error}
      onBack={onDone}
      onKeep={() => void save()}
    >
      <Choice
        name="cover-after"
        legend={t`Covered by a page about health, when nobody touches it for`}
        options={coverSeconds.map((seconds) => ({
          value: String(seconds),
          label: seconds < 60 ? t`${seconds} seconds` : minutes(seconds / 60),
        }))}
        value={String(watch.coverAfterSeconds)}
        onChoose={(chosen) => setWatch({ ...watch, coverAfterSeconds: Number(chosen) })}
      />
      <Choice
        name="lock-after"
        legend={t`Locked, when nobody touches it for`}
        options={lockMinutes.map((count) => ({ value: String(count), label: minutes(count) }))}
        value={String(watch.lockAfterMinutes)}
        onChoose={(chosen) => setWatch({ ...watch, lockAfterMinutes: Number(chosen) })}
      />
    </KeepPage>
  );
}

function minutes(count: number): string {
  return plural(count, { one: '# minute', other: '# minutes' });
}
