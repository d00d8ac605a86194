import { useState } from 'react';
import { type Company, noCompanyNoted } from '#core/domain/company.ts';
import type { EncounterListing } from '#core/domain/encounter.ts';
import type { Facility } from '#core/domain/facility.ts';
import { raiseNote } from '#core/ipc/colleague-channels.ts';
import { noteCompany } from '#core/ipc/encounter-channels.ts';
import type { Pack } from '#core/pack/pack.ts';
import { call } from '../../client.ts';
import { useFunctionKeys } from '../../hooks/use-function-keys.ts';
import { AloneGate } from '../../steps/alone-gate.tsx';
import { WithCompany } from '../../steps/with-company.tsx';
import type { Explicable } from '../../text/explain.ts';
import { BriefingStep } from './briefing-step.tsx';
import { Numbers } from './numbers.tsx';

type Place = 'briefing' | 'gate' | 'company' | 'numbers';

/** The visit while its gate is armed. What is noted here goes one way, into the record. */
export function BeforeTheGate({
  visit,
  pack,
  facility,
  error,
  isPaused,
  isPreparing,
  onPrepared,
  onConfirm,
  onLeave,
}: {
  readonly visit: EncounterListing;
  readonly pack: Pack;
  readonly facility: Facility;
  readonly error: Explicable | undefined;
  readonly isPaused: boolean;
  readonly isPreparing: boolean;
  readonly onPrepared: () => void;
  readonly onConfirm: () => void;
  readonly onLeave: () => void;
}) {
  const [place, setPlace] = useState<Place>(isPreparing ? 'briefing' : 'gate');
  const [company, setCompany] = useState(noCompanyNoted);
  const [noteError, setNoteError] = useState<Explicable>();
  useFunctionKeys({ F4: () => setPlace('numbers') });

  /** @returns whether it is in the record; a page that noted nothing has nothing to put there */
  async function note(noted: Company): Promise<boolean> {
    if (noted === noCompanyNoted) return true;
    const reply = await call(noteCompany, { id: visit.id, company: noted });
    setNoteError(reply.ok ? undefined : reply.error);
    return reply.ok;
  }

  async function confirm(): Promise<void> {
    const parted: Company =
      company.came === 'with-someone' ? { ...company, parted: 'parted' } : company;
    if (await note(parted)) onConfirm();
  }

  /** Nobody insists: the usual care, and a line for the lead that names nobody (R47). */
  async function giveUsualCare(): Promise<void> {
    if (!(await note({ ...company, parted: 'could-not' }))) return;
    const reply = await call(raiseNote, { kind: 'could-not-be-alone' });
    if (reply.ok) onLeave();
    else setNoteError(reply.error);
  }

  function prepared(): void {
    onPrepared();
    setPlace('gate');
  }

  switch (place) {
    case 'briefing':
      return <BriefingStep {...{ visit, pack, facility }} onDone={prepared} />;
    case 'numbers':
      return <Numbers {...{ pack, facility }} keys={undefined} onBack={() => setPlace('gate')} />;
    case 'company':
      return (
        <WithCompany
          {...{ company }}
          error={noteError ?? error}
          onChange={setCompany}
          onUsual={() => void giveUsualCare()}
          onAlone={() => void confirm()}
        />
      );
    default:
      return (
        <AloneGate
          {...{ isPaused }}
          error={noteError ?? error}
          onConfirm={() => void confirm()}
          onNotYet={() => setPlace('company')}
          onPrepare={() => setPlace('briefing')}
        />
      );
  }
}
