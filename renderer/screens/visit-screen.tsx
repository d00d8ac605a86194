import { Trans } from '@lingui/react/macro';
import { Button } from 'nhsuk-react-components';
import { useEffect, useState } from 'react';
import type { Encounter, EncounterListing, VisitDraft } from '#core/domain/encounter.ts';
import { ConsentItem } from '#core/domain/consent.ts';
import { explanationOf } from '#core/domain/outcome.ts';
import { recordConsent } from '#core/ipc/consent-channels.ts';
import { armGate, closeEncounter } from '#core/ipc/encounter-channels.ts';
import { firstStep, missingAt, type VisitAnswers } from '#core/journey/visit.ts';
import { showCover } from '#core/ipc/watch-channels.ts';
import { call } from '../client.ts';
import { useFacility } from '../hooks/use-facility.ts';
import { usePack } from '../hooks/use-pack.ts';
import { usePageKeys } from '../hooks/use-page-keys.ts';
import { useVisit } from '../hooks/use-visit.ts';
import { DangerSignNote } from '../parts/danger-sign-note.tsx';
import { Problem } from '../parts/problem.tsx';
import type { StepProps } from '../steps/step-props.ts';
import { VisitStepView } from '../steps/visit-step-view.tsx';
import type { OtherWay } from '../parts/other-ways.tsx';
import { SheetDesk } from './sheet-desk.tsx';
import { AfterVisit } from './visit/after-visit.tsx';
import { Always, type Aside } from './visit/always.tsx';
import { BeforeTheGate } from './visit/before-the-gate.tsx';
import { cleanSlate } from './visit/point-and-write.tsx';
import { VisitAside } from './visit/visit-asides.tsx';
import { ReferralDesk } from './visit/referral-desk.tsx';
import { BesideVisit } from './visit/beside-visit.tsx';
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
  const { encounter, error, confirm, happen, pause } = useVisit(visit.id, onSaving);
  const [stepError, setStepError] = useState<Explicable>();
  const [isIncomplete, setIsIncomplete] = useState(false);
  const [aside, setAside] = useState<Aside>();
  const [slate, setSlate] = useState(cleanSlate);
  const [isClosed, setIsClosed] = useState(false);
  const [isPaused, setIsPaused] = useState(false);
  const [hasDigits, setHasDigits] = useState(true);
  usePageKeys(hasDigits);
  const [way, setWay] = useState<OtherWay>();
  useEffect(() => void import('../styles/sheet-fonts.ts'), []);
  if (pack === undefined || facility === undefined) return null;

  if (isClosed) return <AfterVisit {...{ pack }} onDone={onLeave} />;
  if (encounter === undefined) {
    return (
      <BeforeTheGate
        {...{ pack, facility, error, isPaused, onLeave }}
        id={visit.id}
        onConfirm={() => void confirm()}
      />
    );
  }
  const { draft } = encounter;
  const isLast = draft.step === 'sheets';

  function open(next: Aside | undefined): void {
    // Nobody types a time while somebody is coming in: it is put down now, and named later (R67).
    if (next === 'subject')
      happen({
        kind: 'Answered',
        answers: {
          dangerSigns: [...draft.dangerSigns, { at: new Date().toISOString(), what: 'not-said' }],
        },
      });
    setAside(next);
  }

  function takeBreak(): void {
    setAside(undefined);
    setIsPaused(true);
    void pause();
  }

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

  function skipAhead(): void {
    setStepError(undefined);
    setIsIncomplete(missingAt(draft) !== undefined);
    happen({ kind: 'SkippedAhead' });
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
    if (reply.ok) setIsClosed(true);
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
      <Button type="button" className="page__actions-end page__next" onClick={() => void goOn()}>
        {isLast ? <Trans>Close the visit</Trans> : <Trans>Continue</Trans>}
      </Button>
    </>
  );
  const answer = (answers: Partial<VisitAnswers>) => {
    setIsIncomplete(false);
    happen({ kind: 'Answered', answers });
  };
  const problem = (
    <>
      <Problem error={stepError ?? error} />
      {draft.openness.mayWrite === 'no' && (
        <p className="tag">
          <Trans>They would rather not have it written down.</Trans>
        </p>
      )}
      <DangerSignNote
        signs={draft.dangerSigns}
        onChange={(dangerSigns) => answer({ dangerSigns })}
      />
    </>
  );
  return (
    <>
      <Always
        {...{ aside }}
        onAside={open}
        onPause={takeBreak}
        onSkip={isLast || aside !== undefined ? undefined : () => skipAhead()}
      />
      {aside !== undefined && (
        <VisitAside
          {...{ aside, draft, pack, facility, slate, hasDigits }}
          onSlate={setSlate}
          onDigits={setHasDigits}
          onAside={open}
          onAnswer={answer}
          onPause={takeBreak}
          onCover={() => void call(showCover, null)}
        />
      )}
      {/* The step stays as it is beneath: its place, its search, its focus. */}
      <div className={hasDigits ? 'beneath by-digits' : 'beneath'} hidden={aside !== undefined}>
        <StepOrWay
          {...{ encounter, draft, pack, facility, problem, actions, isIncomplete, answer, way }}
          goBeside={setWay}
        />
      </div>
    </>
  );
}

/** The step a visit is at, or a path beside it. Those that need the main process are rooms of their own. */
function StepOrWay({
  encounter,
  way,
  ...step
}: StepProps & {
  readonly encounter: Encounter;
  readonly way: OtherWay | undefined;
}) {
  const { draft, pack, facility, problem, actions, goBeside } = step;
  if (way !== undefined)
    return (
      <BesideVisit {...{ way, encounter, pack, facility }} onDone={() => goBeside(undefined)} />
    );
  if (draft.step === 'sheets')
    return (
      <SheetDesk {...{ draft, pack, facility, problem, actions }} encounterId={encounter.id} />
    );
  if (draft.step === 'first-call') {
    const recipient = draft.outcome.kind === 'refer' ? draft.outcome.recipient : null;
    return <ReferralDesk {...{ encounter, pack, recipient, actions }} />;
  }
  return <VisitStepView {...step} />;
}
