import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { Facility } from '#core/domain/facility.ts';
import { changeFacility } from '#core/ipc/facility-channels.ts';
import type { Pack } from '#core/pack/pack.ts';
import { call } from '../../client.ts';
import { useFacility } from '../../hooks/use-facility.ts';
import { usePack } from '../../hooks/use-pack.ts';
import { DraftLanguages } from '../../parts/draft-languages.tsx';
import { StaffLanguage } from '../../parts/staff-language.tsx';
import { KeepPage } from '../../parts/keep-page.tsx';
import type { Explicable } from '../../text/explain.ts';
import type { RoomProps } from './rooms.ts';

export function SheetLanguages({ onDone }: RoomProps) {
  const facility = useFacility();
  const pack = usePack();
  if (facility === undefined || pack === undefined) return null;
  return <Form facility={facility} pack={pack} onDone={onDone} />;
}

function Form({
  facility,
  pack,
  onDone,
}: {
  readonly facility: Facility;
  readonly pack: Pack;
  readonly onDone: () => void;
}) {
  const { t } = useLingui();
  const [chosen, setChosen] = useState<Facility['enabledDrafts']>(facility.enabledDrafts);
  const [readsIn, setReadsIn] = useState(facility.readsIn);
  const [error, setError] = useState<Explicable>();

  async function save(): Promise<void> {
    const reply = await call(changeFacility, { ...facility, enabledDrafts: chosen, readsIn });
    if (reply.ok) onDone();
    else setError(reply.error);
  }

  return (
    <KeepPage
      heading={t`Which languages do you need?`}
      keep={t`Use these languages`}
      error={error}
      onBack={onDone}
      onKeep={() => void save()}
    >
      <StaffLanguage pack={pack} value={readsIn} onChange={setReadsIn} />
      <DraftLanguages pack={pack} chosen={chosen} onChange={(next) => setChosen([...next])} />
    </KeepPage>
  );
}
