import { t } from '@lingui/core/macro';
import { startTransition, Suspense, useEffect, useReducer } from 'react';
import { assertNever } from '#core/base/assert.ts';
import type { StaffMember } from '#core/domain/staff.ts';
import type { AppStatus } from '#core/ipc/app-channels.ts';
import { readClock } from '#core/ipc/audit-channels.ts';
import { armGate } from '#core/ipc/encounter-channels.ts';
import { readRecovery } from '#core/ipc/recovery-channels.ts';
import { lockVault } from '#core/ipc/vault-channels.ts';
import { readInterrupted, showCover } from '#core/ipc/watch-channels.ts';
import {
  type AppEvent,
  type AppState,
  beginsAnewAfterCover,
  firstState,
  stepApp,
} from './app-machine.ts';
import { call } from './client.ts';
import { Boundary } from './parts/boundary.tsx';
import { askForReading } from './hooks/reading-text.ts';
import { useCover } from './hooks/use-cover.ts';
import { DeskFrame } from './parts/desk-frame.tsx';
import {
  CaseScreen,
  ClockScreen,
  ConsultationScreen,
  DebriefScreen,
  DueScreen,
  fetchScreens,
  FindScreen,
  GoBackToCopy,
  GuidanceScreen,
  HomeScreen,
  PinScreen,
  RecoverScreen,
  RecoverySheetsScreen,
  ReferralScreen,
  SettingsScreen,
  SetUpScreen,
  VisitScreen,
} from './screens-on-demand.ts';
import { SavingLine } from './parts/saving-line.tsx';
import { sayClosing } from './text/closing.ts';
import { UnlockScreen } from './screens/unlock-screen.tsx';
import { UnusableScreen } from './screens/unusable-screen.tsx';

export function App({ status }: { readonly status: AppStatus }) {
  const [state, step] = useReducer(stepApp, status.vault, firstState);
  // The screen before stays until the next one is there.
  const happen = (event: AppEvent) => startTransition(() => step(event));

  const isSignedIn = 'member' in state;
  // Once this screen stands, so that nobody waits for the next one.
  useEffect(() => void requestIdleCallback(() => void fetchScreens(isSignedIn)), [isSignedIn]);

  const { covers, closing } = useCover();
  const begunAnew = beginsAnewAfterCover(state.kind) ? covers : 0;

  const goToWork = () => void whereWorkWas().then(happen);
  const goOn = () => {
    if ('member' in state) void whereToGo(state.member).then(happen);
  };
  const goOnAfterPin = () =>
    void whatIsDoubtful().then((doubt) => (doubt ? happen(doubt) : goOn()));
  // A page that was put in the place of one that hung: the records are still open.
  const isAfterHang = status.vault.kind === 'open';
  useEffect(() => {
    if (isAfterHang) void whereWorkWas().then((event) => startTransition(() => step(event)));
  }, [isAfterHang]);

  return (
    <SavingLine>
      <DeskFrame
        onCover={() => void call(showCover, null)}
        onLock={isSignedIn ? () => void call(lockVault, null) : undefined}
        signedInAs={isSignedIn ? state.member.displayName : undefined}
        isPracticeCopy={status.isPracticeCopy}
        showsSaving={state.kind === 'visit'}
        closing={closing === undefined ? '' : sayClosing(closing)}
        version={t`Version ${status.version}`}
      >
        <Suspense>
          <Boundary key={`${state.kind} ${begunAnew}`}>
            <Screen
              state={state}
              happen={happen}
              onPinSettled={goOnAfterPin}
              onClockSettled={goOn}
              onWork={goToWork}
              isPracticeCopy={status.isPracticeCopy}
            />
          </Boundary>
        </Suspense>
      </DeskFrame>
    </SavingLine>
  );
}

/** To the recovery sheets where they are due, which comes before any work; else to the work. */
async function whereToGo(member: StaffMember): Promise<AppEvent> {
  if (member.role === 'safeguarding-lead') {
    const reply = await call(readRecovery, null);
    if (reply.ok && reply.value.proven !== 'sound')
      return { kind: 'SheetsDue', mayWait: reply.value.proven === 'used' };
  }
  return whereWorkWas();
}

/** To the visit or the case at which the records locked by themselves, or home. */
async function whereWorkWas(): Promise<AppEvent> {
  const reply = await call(readInterrupted, null);
  const at = reply.ok ? reply.value : null;
  if (at === null) return { kind: 'WentHome' };
  return at.kind === 'visit'
    ? { kind: 'VisitChosen', visit: at.visit }
    : { kind: 'CaseChosen', caseId: at.caseId };
}

/** Home, with the gate armed: also from the gate itself, so that nothing is left to come back to. */
function leave(happen: (event: AppEvent) => void): void {
  void call(armGate, null);
  happen({ kind: 'WentHome' });
}

/** What the clock contradicts, or nothing. */
async function whatIsDoubtful(): Promise<AppEvent | undefined> {
  const reply = await call(readClock, null);
  if (!reply.ok || reply.value.kind === 'sound') return undefined;
  const { clock, latest } = reply.value;
  return { kind: 'ClockDoubted', clock, latest };
}

function Screen({
  state,
  happen,
  onPinSettled,
  onWork,
  onClockSettled,
  isPracticeCopy,
}: {
  readonly state: AppState;
  readonly happen: (event: AppEvent) => void;
  readonly onPinSettled: () => void;
  readonly onWork: () => void;
  readonly onClockSettled: () => void;
  readonly isPracticeCopy: boolean;
}) {
  switch (state.kind) {
    case 'unusable':
      return (
        <UnusableScreen
          problem={state.problem}
          onGoBack={() => happen({ kind: 'GoingBackChosen' })}
        />
      );
    case 'set-up':
      return (
        <SetUpScreen
          isPracticeCopy={isPracticeCopy}
          onDone={(member) => happen({ kind: 'SignedIn', member })}
          onGoBack={() => happen({ kind: 'GoingBackChosen' })}
        />
      );
    case 'locked':
      return (
        <UnlockScreen
          onUnlocked={(member) => happen({ kind: 'SignedIn', member })}
          onGuidance={() => {
            void askForReading();
            happen({ kind: 'GuidanceChosen' });
          }}
          onForgotten={() => happen({ kind: 'PasswordForgotten' })}
          onGoBack={() => happen({ kind: 'GoingBackChosen' })}
        />
      );
    case 'recover':
      return (
        <RecoverScreen
          onRecovered={(member) => happen({ kind: 'SignedIn', member })}
          onDone={() => happen({ kind: 'RecoveryLeft' })}
        />
      );
    case 'recovery-sheets':
      return <RecoverySheetsScreen onDone={onWork} onLater={state.mayWait ? onWork : undefined} />;
    case 'guidance':
      return <GuidanceScreen onDone={() => happen({ kind: 'GuidanceClosed' })} />;
    case 'going-back':
      return <GoBackToCopy folder="" onCancel={() => happen({ kind: 'GoingBackLeft' })} />;
    case 'clock':
      return <ClockScreen clock={state.clock} latest={state.latest} onDone={onClockSettled} />;
    case 'pin':
      return <PinScreen onDone={onPinSettled} />;
    case 'home':
      return (
        <HomeScreen
          member={state.member}
          onVisit={(visit) => happen({ kind: 'VisitChosen', visit })}
          onNextVisit={(visit) => happen({ kind: 'NextVisitBegun', visit })}
          onFind={() => happen({ kind: 'FindChosen' })}
          onCase={(caseId) => happen({ kind: 'CaseChosen', caseId })}
          onSettings={() => happen({ kind: 'SettingsChosen' })}
          onSheets={() => happen({ kind: 'SheetsDue', mayWait: true })}
          onDebrief={() => happen({ kind: 'DebriefChosen' })}
          onDue={() => happen({ kind: 'DueChosen' })}
          onConsultation={() => happen({ kind: 'ConsultationChosen' })}
        />
      );
    case 'find':
      return (
        <FindScreen
          onCase={(caseId) => happen({ kind: 'CaseChosen', caseId })}
          onLeave={() => leave(happen)}
        />
      );
    case 'case':
      return (
        <CaseScreen
          caseId={state.caseId}
          onVisit={(visit) => happen({ kind: 'VisitChosen', visit })}
          onLeave={() => (state.from === 'find' ? happen({ kind: 'FindChosen' }) : leave(happen))}
        />
      );
    case 'settings':
      return (
        <SettingsScreen
          member={state.member}
          onSheets={() => happen({ kind: 'SheetsDue', mayWait: true })}
          onDone={() => happen({ kind: 'WentHome' })}
        />
      );
    case 'due':
      return (
        <DueScreen
          onReferral={(visit) => happen({ kind: 'ReferralChosen', visit })}
          onCase={(caseId) => happen({ kind: 'CaseChosen', caseId })}
          onDone={() => happen({ kind: 'WentHome' })}
        />
      );
    case 'consultation':
      return <ConsultationScreen onDone={() => happen({ kind: 'WentHome' })} />;
    case 'referral':
      return (
        <ReferralScreen
          encounterId={state.visit}
          onLeave={() => {
            void call(armGate, null);
            happen({ kind: 'WentHome' });
          }}
        />
      );
    case 'visit':
      return (
        <VisitScreen
          visit={state.visit}
          isPreparing={state.isPreparing}
          onPrepared={() => happen({ kind: 'Prepared' })}
          onClosed={() => happen({ kind: 'DebriefChosen' })}
          onLeave={() => leave(happen)}
        />
      );
    case 'debrief':
      return <DebriefScreen onDone={() => leave(happen)} />;
    default:
      return assertNever(state);
  }
}
