import { Trans } from '@lingui/react/macro';
import { Button } from 'nhsuk-react-components';
import { useEffect, useState } from 'react';
import type { EncounterListing, VisitDraft } from '#core/domain/encounter.ts';
import { ConsentItem } from '#core/domain/consent.ts';
import { explanationOf } from '#core/domain/outcome.ts';
import { recordConsent } from '#core/ipc/consent-channels.ts';
import { armGate, closeEncounter } from '#core/ipc/encounter-channels.ts';
import { firstStep, missingAt } from '#core/journey/visit.ts';
import { call } from '../client.ts';
import { useFacility } from '../hooks/use-facility.ts';
import { usePack } from '../hooks/use-pack.ts';
import { useVisit } from '../hooks/use-visit.ts';
import { Problem } from '../parts/problem.tsx';
import { AloneGate } from '../steps/alone-gate.tsx';
import { VisitStepView } from '../steps/visit-step-view.tsx';
import { SheetDesk } from './sheet-desk.tsx';
import type { Explicable } from '../text/explain.ts';

export function VisitScreen({
  visit,
  onSaving,
  onLeave,
}: {
  readonly visit: EncounterListing;
  readonly onSaving: (text: string) => void;
  readonly onLeave: () => void;
}) {
  const pack = usePack();
  const facility = useFacility();
  const { encounter, error, confirm, happen } = useVisit(visit.id, onSaving);
  const [stepError, setStepError] = useState<Explicable>();
  const [isIncomplete, setIsIncomplete] = useState(false);
  useEffect(() => void import('../styles/sheet-fonts.ts'), []);
  if (pack === undefined || facility === undefined) return null;

  if (encounter === undefined) {
    return (
      <AloneGate pack={pack} error={error} onConfirm={() => void confirm()} onLeave={onLeave} />
    );
  }
  const { draft } = encounter;
  const isLast = draft.step === 'sheets';

  async function leave(): Promise<void> {
    await call(armGate, null);
    onLeave();
  }

  async function goOn(): Promise<void> {
    setStepError(undefined);
    setIsIncomplete(missingAt(draft) !== undefined);
    if (missingAt(draft) !== undefined) return;
    const problem = draft.step === 'consent' ? await agree(draft) : undefined;
    if (problem !== undefined) setStepError(problem);
    else if (draft.step === 'sheets') await close();
    else happen({ kind: 'WentOn' });
  }

  async function agree({ outcome, language }: VisitDraft): Promise<Explicable | undefined> {
    if (outcome.kind !== 'refer' || outcome.recipient === null) return undefined;
    const { talk } = outcome;
    const yesTo = ConsentItem.options.filter((item) => outcome.items.includes(item));
    const reply = await call(recordConsent, {
      encounterId: visit.id,
      recipient: outcome.recipient,
      yesTo,
      decidedBy: talk.decidedBy,
      explanation: talk.explainedAt === null ? null : explanationOf(talk, language),
      given: talk.given,
      language,
    });
    return reply.ok ? undefined : reply.error;
  }

  async function close(): Promise<void> {
    const reply = await call(closeEncounter, { id: visit.id });
    if (reply.ok) onLeave();
    else setStepError(reply.error);
  }

  const actions = (
    <>
      {draft.step === firstStep ? (
        <Button secondary type="button" onClick={() => void leave()}>
          <Trans>Leave for now</Trans>
        </Button>
      ) : (
        <Button secondary type="button" onClick={() => happen({ kind: 'WentBack' })}>
          <Trans>Back</Trans>
        </Button>
      )}
      {!isLast && (
        <Button
          secondary
          type="button"
          className="page__actions-end"
          onClick={() => happen({ kind: 'SkippedAhead' })}
        >
          <Trans>Skip ahead</Trans>
        </Button>
      )}
      <Button
        type="button"
        className={isLast ? 'page__actions-end' : ''}
        onClick={() => void goOn()}
      >
        {isLast ? <Trans>Close the visit</Trans> : <Trans>Continue</Trans>}
      </Button>
    </>
  );
  const problem = <Problem error={stepError ?? error} />;
  return draft.step === 'sheets' ? (
    <SheetDesk {...{ draft, pack, facility, problem, actions }} encounterId={visit.id} />
  ) : (
    <VisitStepView
      {...{ draft, pack, facility, problem, actions, isIncomplete }}
      answer={(answers) => {
        setIsIncomplete(false);
        happen({ kind: 'Answered', answers });
      }}
    />
  );
}
