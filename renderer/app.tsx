import { t } from '@lingui/core/macro';
import { useEffect, useReducer, useState } from 'react';
import { assertNever } from '#core/base/assert.ts';
import { type AppStatus, readStatus } from '#core/ipc/app-channels.ts';
import { lockVault } from '#core/ipc/vault-channels.ts';
import { type AppEvent, type AppState, stepApp } from './app-machine.ts';
import { call } from './client.ts';
import { Boundary } from './parts/boundary.tsx';
import { DeskFrame } from './parts/desk-frame.tsx';
import { GuidanceScreen } from './screens/guidance-screen.tsx';
import { HomeScreen } from './screens/home-screen.tsx';
import { SettingsScreen } from './screens/settings-screen.tsx';
import { SetUpScreen } from './screens/set-up-screen.tsx';
import { UnlockScreen } from './screens/unlock-screen.tsx';
import { UnusableScreen } from './screens/unusable-screen.tsx';
import { VisitScreen } from './screens/visit-screen.tsx';

export function App() {
  const [state, happen] = useReducer(stepApp, { kind: 'starting' });
  const [about, setAbout] = useState<AppStatus>();
  /** What the status line says about saving; screens report it. */
  const [saving, setSaving] = useState('');

  useEffect(() => {
    void call(readStatus, null).then((reply) => {
      if (!reply.ok) return;
      setAbout(reply.value);
      happen({ kind: 'StatusRead', status: reply.value });
    });
  }, []);

  const isSignedIn = 'member' in state;
  return (
    <DeskFrame
      onLock={isSignedIn ? () => void call(lockVault, null) : undefined}
      signedInAs={isSignedIn ? state.member.displayName : undefined}
      isPracticeCopy={about?.isPracticeCopy ?? false}
      saving={state.kind === 'visit' ? saving : ''}
      version={about === undefined ? '' : t`Version ${about.version}`}
    >
      <Boundary key={state.kind}>
        <Screen
          state={state}
          happen={happen}
          isPracticeCopy={about?.isPracticeCopy ?? false}
          onSaving={setSaving}
        />
      </Boundary>
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
    case 'starting':
      return null;
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
