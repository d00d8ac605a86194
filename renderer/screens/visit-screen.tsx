import { Trans } from '@lingui/react/macro';
import { Button } from 'nhsuk-react-components';
import { useEffect, useState } from 'react';
import type { ContactId } from '#core/domain/contact.ts';
import type { Encounter, EncounterListing } from '#core/domain/encounter.ts';
import type { ReferralId } from '#core/domain/referral.ts';
import { armGate, closeEncounter } from '#core/ipc/encounter-channels.ts';
import { hasFewerItems } from '#core/domain/outcome.ts';
import { whyNoYes } from '#core/journey/deciding.ts';
import { firstStep, missingAt, type VisitAnswers, withoutDecision } from '#core/journey/visit.ts';
import { showCover } from '#core/ipc/watch-channels.ts';
import { call } from '../client.ts';
import { useAgreeing } from '../hooks/use-agreeing.ts';
import { useOneAtATime } from '../hooks/use-one-at-a-time.ts';
import { useFacility } from '../hooks/use-facility.ts';
import { usePackAtOnce } from '../hooks/use-pack.ts';
import { usePageKeys } from '../hooks/use-page-keys.ts';
import { useSpot } from '../hooks/use-spot.ts';
import { useVisit } from '../hooks/use-visit.ts';
import { AskedBeforeNote } from '../parts/asked-before-note.tsx';
import { DangerSignNote } from '../parts/danger-sign-note.tsx';
import { Problem } from '../parts/problem.tsx';
import { useReportSaving } from '../parts/saving-line.tsx';
import type { StepProps } from '../steps/step-props.ts';
import { VisitStepView } from '../steps/visit-step-view.tsx';
import type { OtherWay } from '../parts/other-ways.tsx';
import { SheetDesk } from './sheet-desk.tsx';
import { Always, type Aside } from './visit/always.tsx';
import { BeforeTheGate } from './visit/before-the-gate.tsx';
import { cleanSlate } from './visit/point-and-write.tsx';
import { VisitAside } from './visit/visit-asides.tsx';
import { ReferralDesk } from './visit/referral-desk.tsx';
import { BesideVisit } from './visit/beside-visit.tsx';
import { StopNotices } from './visit/stop-notices.tsx';
import type { Explicable } from '../text/explain.ts';

export function VisitScreen({
  visit,
  isPreparing,
  onPrepared,
  onClosed,
  onLeave,
}: {
  readonly visit: EncounterListing;
  /** Whether the briefing comes first: the person is not in the room yet. */
  readonly isPreparing: boolean;
  readonly onPrepared: () => void;
  readonly onClosed: () => void;
  readonly onLeave: () => void;
}) {
  const pack = usePackAtOnce();
  const facility = useFacility();
  const { encounter, askedBefore, error, confirm, happen, pause } = useVisit(
    visit.id,
    useReportSaving(),
  );
  const { agree, takeOff } = useAgreeing(encounter?.id);
  const [stopped, setStopped] = useState<readonly ReferralId[]>();
  const [stepError, setStepError] = useState<Explicable>();
  const [isIncomplete, setIsIncomplete] = useState(false);
  const [aside, setAside] = useState<Aside>();
  const [slate, setSlate] = useState(cleanSlate);
  const [isPaused, setIsPaused] = useState(false);
  const [hasDigits, setHasDigits] = useState(true);
  usePageKeys(hasDigits);
  const once = useOneAtATime();
  const [way, setWay] = useState<OtherWay>();
  useEffect(() => void import('../styles/sheet-fonts.ts'), []);
  const where =
    encounter === undefined
      ? undefined
      : { step: encounter.draft.step, aside: aside ?? null, way: way ?? null };
  useSpot(encounter?.id, where, (found) => {
    setAside(found.aside ?? undefined);
    setWay(found.way ?? undefined);
  });
  if (pack === undefined || facility === undefined) return null;

  if (encounter === undefined) {
    return (
      <BeforeTheGate
        {...{ visit, pack, facility, error, isPaused, isPreparing, onPrepared, onLeave }}
        onConfirm={() => void confirm()}
      />
    );
  }
  const { draft } = encounter;
  const isLast = draft.step === 'sheets';
  const place = pack.jurisdictions.find(({ id }) => id === facility.jurisdiction);

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
    const isBarred =
      missingAt(draft) !== undefined ||
      (draft.step === 'deciding' && whyNoYes(draft, place) !== undefined);
    setIsIncomplete(isBarred);
    if (isBarred) return;
    const problem = draft.step === 'consent' ? await agree(draft) : undefined;
    if (problem !== undefined) setStepError(problem);
    else if (draft.step === 'sheets') await close();
    else happen({ kind: 'WentOn' });
  }

  async function skipAhead(): Promise<void> {
    setStepError(undefined);
    setIsIncomplete(missingAt(draft) !== undefined);
    // What was said here is written down whichever way somebody goes on, above all a no.
    const problem = draft.step === 'consent' ? await agree(draft) : undefined;
    if (problem === undefined) happen({ kind: 'SkippedAhead' });
    else setStepError(problem);
  }

  async function close(): Promise<void> {
    const reply = await call(closeEncounter, { id: visit.id });
    if (reply.ok) onClosed();
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
      <Button type="button" className="page__actions-end page__next" onClick={() => once(goOn)}>
        {isLast ? <Trans>Close the visit</Trans> : <Trans>Continue</Trans>}
      </Button>
    </>
  );
  const answer = (answers: Partial<VisitAnswers>) => {
    setIsIncomplete(false);
    happen({ kind: 'Answered', answers });
    if (draft.step === 'consent' && hasFewerItems(draft.outcome, answers.outcome))
      void takeOff({ ...draft, ...answers }).then((lost) => lost && setStepError(lost));
  };
  /** What was decided for this recipient is undecided again, before anything else can be typed. */
  function onTakenBack(recipient: ContactId, ids: readonly ReferralId[]): void {
    setStopped(ids);
    if (draft.outcome.kind === 'refer' && draft.outcome.recipient === recipient)
      answer(withoutDecision(draft));
  }
  const problem = (
    <>
      <Problem error={stepError ?? error} />
      {draft.openness.mayWrite === 'no' && (
        <p className="tag">
          <Trans>They would rather not have it written down.</Trans>
        </p>
      )}
      <AskedBeforeNote step={draft.step} before={askedBefore} />
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
        onSkip={isLast || aside !== undefined ? undefined : () => once(skipAhead)}
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
          {...{ askedBefore }}
          {...{ stopped, onTakenBack }}
          goOnWithoutYes={() => happen({ kind: 'WentOn' })}
          goBeside={(next) => {
            setStopped(undefined);
            setWay(next);
          }}
        />
      </div>
    </>
  );
}

/** The step a visit is at, or a path beside it. Those that need the main process are rooms of their own. */
function StepOrWay({
  encounter,
  way,
  stopped,
  onTakenBack,
  ...step
}: StepProps & {
  readonly encounter: Encounter;
  readonly way: OtherWay | undefined;
  /** What has just been stopped, and is shown before anything else. */
  readonly stopped: readonly ReferralId[] | undefined;
  readonly onTakenBack: (recipient: ContactId, stopped: readonly ReferralId[]) => void;
}) {
  const { draft, pack, facility, problem, actions, goBeside } = step;
  const goOn = () => goBeside(undefined);
  if (stopped !== undefined) return <StopNotices {...{ encounter, pack, stopped }} onDone={goOn} />;
  if (way !== undefined)
    return <BesideVisit {...{ way, encounter, pack, facility, onTakenBack }} onDone={goOn} />;
  if (draft.step === 'sheets')
    return (
      <SheetDesk {...{ draft, pack, facility, problem, actions }} encounterId={encounter.id} />
    );
  if (draft.step === 'first-call') {
    const recipient = draft.outcome.kind === 'refer' ? draft.outcome.recipient : null;
    return <ReferralDesk {...{ encounter, pack, recipient, actions, onTakenBack }} />;
  }
  return <VisitStepView {...step} />;
}
