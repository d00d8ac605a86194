import { useLingui } from '@lingui/react/macro';
import { useRef, useState } from 'react';
import { type Encounter, type EncounterId, VisitDraft } from '#core/domain/encounter.ts';
import { armGate, confirmAlone, readAskedBefore, saveDraft } from '#core/ipc/encounter-channels.ts';
import { stepVisit, type VisitEvent } from '#core/journey/visit.ts';
import type { AskedBefore } from '#core/domain/case-page.ts';
import { call } from '../client.ts';
import type { Explicable } from '../text/explain.ts';

export type Visit = {
  /** Undefined as long as the alone-gate is armed: the page then holds nothing about the person. */
  readonly encounter: Encounter | undefined;
  /** What earlier visits asked, once it is known; gone with the visit. */
  readonly askedBefore: AskedBefore | undefined;
  readonly error: Explicable | undefined;
  readonly confirm: () => Promise<void>;
  readonly happen: (event: VisitEvent) => void;
  /** Saves, arms the gate and puts everything about the person out of the page. */
  readonly pause: () => Promise<void>;
};

/**
 * One visit as it is being held. Every change goes to the main process at once, which puts
 * it on the disk; the answer only tells the status line.
 */
export function useVisit(id: EncounterId, onSaving: (text: string) => void): Visit {
  const { t } = useLingui();
  const [encounter, setEncounter] = useState<Encounter>();
  /** What is on the page now, also for whoever waited for an answer: meanwhile it may have gone. */
  const latest = useRef<Encounter>(undefined);
  const [askedBefore, setAskedBefore] = useState<AskedBefore>();
  const [error, setError] = useState<Explicable>();

  function show(next: Encounter | undefined): void {
    latest.current = next;
    setEncounter(next);
  }

  async function confirm(): Promise<void> {
    const reply = await call(confirmAlone, { id });
    if (reply.ok) show(reply.value);
    setError(reply.ok ? undefined : reply.error);
    if (!reply.ok) return;
    // The first step asks nothing that was asked before: nobody waits for this.
    const asked = await call(readAskedBefore, { id });
    if (asked.ok && latest.current !== undefined) setAskedBefore(asked.value);
  }

  function happen(event: VisitEvent): void {
    const shown = latest.current;
    if (shown === undefined) return;
    const draft = stepVisit(shown.draft, event);
    // One field with more in it than is kept would keep all of the visit from being saved.
    if (!VisitDraft.safeParse(draft).success) {
      setError({ kind: 'NoMoreRoom' });
      return;
    }
    show({ ...shown, draft });
    void save(draft);
  }

  async function save(draft: VisitDraft): Promise<void> {
    onSaving(t`Saving …`);
    const reply = await call(saveDraft, { id, draft });
    onSaving(reply.ok ? t`Saved` : t`Not saved`);
    setError(reply.ok ? undefined : reply.error);
  }

  async function pause(): Promise<void> {
    show(undefined);
    setAskedBefore(undefined);
    await call(armGate, null);
  }

  return { encounter, askedBefore, error, confirm, happen, pause };
}
