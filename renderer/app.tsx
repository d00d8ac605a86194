import { t } from '@lingui/core/macro';
import { startTransition, Suspense, useEffect, useReducer, useState } from 'react';
import { assertNever } from '#core/base/assert.ts';
import type { AppStatus } from '#core/ipc/app-channels.ts';
import { lockVault } from '#core/ipc/vault-channels.ts';
import { type AppEvent, type AppState, firstState, stepApp } from './app-machine.ts';
import { call } from './client.ts';
import { Boundary } from './parts/boundary.tsx';
import { DeskFrame } from './parts/desk-frame.tsx';
import {
  fetchScreens,
  GuidanceScreen,
  HomeScreen,
  SettingsScreen,
  SetUpScreen,
  VisitScreen,
} from './screens-on-demand.ts';
import { UnlockScreen } from './screens/unlock-screen.tsx';
import { UnusableScreen } from './screens/unusable-screen.tsx';

export function App({ status }: { readonly status: AppStatus }) {
  const [state, step] = useReducer(stepApp, status.vault, firstState);
  // The screen before stays until the next one is there.
  const happen = (event: AppEvent) => startTransition(() => step(event));
  /** What the status line says about saving; screens report it. */
  const [saving, setSaving] = useState('');

  // Once this screen stands, so that nobody waits for the next one.
  useEffect(() => void requestIdleCallback(() => void fetchScreens()), []);

  const isSignedIn = 'member' in state;
  return (
    <DeskFrame
      onLock={isSignedIn ? () => void call(lockVault, null) : undefined}
      signedInAs={isSignedIn ? state.member.displayName : undefined}
      isPracticeCopy={status.isPracticeCopy}
      saving={state.kind === 'visit' ? saving : ''}
      version={t`Version ${status.version}`}
    >
      <Suspense>
        <Boundary key={state.kind}>
          <Screen
            state={state}
            happen={happen}
            isPracticeCopy={status.isPracticeCopy}
            onSaving={setSaving}
          />
        </Boundary>
      </Suspense>
    </DeskFrame>
  );
}

function Screen({
  state,
  happen,
  isPracticeCopy,
  onSaving,
}: {
  readonly state: AppState;
  readonly happen: (event: AppEvent) => void;
  readonly isPracticeCopy: boolean;
  readonly onSaving: (text: string) => void;
}) {
  switch (state.kind) {
    case 'unusable':
      return <UnusableScreen problem={state.problem} />;
    case 'set-up':
      return (
        <SetUpScreen
          isPracticeCopy={isPracticeCopy}
          onDone={(member) => happen({ kind: 'SignedIn', member })}
        />
      );
    case 'locked':
      return (
        <UnlockScreen
          onUnlocked={(member) => happen({ kind: 'SignedIn', member })}
          onGuidance={() => happen({ kind: 'GuidanceChosen' })}
        />
      );
    case 'guidance':
      return <GuidanceScreen onDone={() => happen({ kind: 'GuidanceClosed' })} />;
    case 'home':
      return (
        <HomeScreen
          member={state.member}
          onVisit={(visit) => happen({ kind: 'VisitChosen', visit })}
          onSettings={() => happen({ kind: 'SettingsChosen' })}
        />
      );
    case 'settings':
      return <SettingsScreen onDone={() => happen({ kind: 'WentHome' })} />;
    case 'visit':
      return (
        <VisitScreen
          visit={state.visit}
          onSaving={onSaving}
          onLeave={() => happen({ kind: 'WentHome' })}
        />
      );
    default:
      return assertNever(state);
  }
}
