import { describe, expect, test } from 'vitest';
import { EncounterListing } from '#core/domain/encounter.ts';
import { StaffMember } from '#core/domain/staff.ts';
import type { StoreProblem } from '#core/ipc/app-channels.ts';
import {
  type AppEvent,
  type AppState,
  beginsAnewAfterCover,
  firstState,
  stepApp,
} from '../../renderer/app-machine.ts';

const member = StaffMember.parse({
  id: '01994f8e-0000-7000-8000-000000000001',
  displayName: 'Marwa',
  role: 'safeguarding-lead',
});
const other: StaffMember = { ...member, displayName: 'Tove' };
const visit = EncounterListing.parse({
  id: '01994f8e-0000-7000-8000-000000000002',
  caseId: '01994f8e-0000-7000-8000-000000000003',
  state: 'draft',
  startedAt: '2026-11-22T10:00:00.000Z',
});
const problem: StoreProblem = { kind: 'KeyFileMissing', folder: '/srv' };

const states: { readonly [Kind in AppState['kind']]: Extract<AppState, { kind: Kind }> } = {
  unusable: { kind: 'unusable', problem },
  'set-up': { kind: 'set-up' },
  locked: { kind: 'locked' },
  guidance: { kind: 'guidance' },
  recover: { kind: 'recover' },
  'recovery-sheets': { kind: 'recovery-sheets', member, mayWait: false },
  pin: { kind: 'pin', member },
  home: { kind: 'home', member },
  settings: { kind: 'settings', member },
  find: { kind: 'find', member },
  case: { kind: 'case', member, caseId: visit.caseId, from: 'home' },
  visit: { kind: 'visit', member, visit },
};

const visitChosen: AppEvent = { kind: 'VisitChosen', visit };
const settingsChosen: AppEvent = { kind: 'SettingsChosen' };
const findChosen: AppEvent = { kind: 'FindChosen' };
const caseChosen: AppEvent = { kind: 'CaseChosen', caseId: visit.caseId };
const wentHome: AppEvent = { kind: 'WentHome' };
const signedIn: AppEvent = { kind: 'SignedIn', member: other };

/** All that can happen without anybody signing in, by kind: a new kind does not compile without. */
const eventsWithoutSignIn: Readonly<
  Record<Exclude<AppEvent['kind'], 'SignedIn'>, readonly AppEvent[]>
> = {
  VisitChosen: [visitChosen],
  FindChosen: [findChosen],
  CaseChosen: [caseChosen],
  SettingsChosen: [settingsChosen],
  WentHome: [wentHome],
  GuidanceChosen: [{ kind: 'GuidanceChosen' }],
  GuidanceClosed: [{ kind: 'GuidanceClosed' }],
  PasswordForgotten: [{ kind: 'PasswordForgotten' }],
  RecoveryLeft: [{ kind: 'RecoveryLeft' }],
  SheetsDue: [{ kind: 'SheetsDue', mayWait: true }],
};

const outside = ['unusable', 'set-up', 'locked', 'guidance', 'recover'] as const;

describe.each(outside)('from %s', (kind) => {
  const state = states[kind];

  test('nothing but a sign-in leads to a screen of a member', () => {
    const next = Object.values(eventsWithoutSignIn)
      .flat()
      .map((event) => stepApp(state, event));
    expect(next).toHaveLength(10);
    expect(next.filter((after) => 'member' in after)).toEqual([]);
  });

  test.each([visitChosen, findChosen, caseChosen, settingsChosen, wentHome])(
    '$kind leaves everything as it is',
    (event) => {
      expect(stepApp(state, event)).toBe(state);
    },
  );

  test('a sign-in leads to the question for a PIN', () => {
    expect(stepApp(state, signedIn)).toEqual({ kind: 'pin', member: other });
  });
});

const inside = ['pin', 'recovery-sheets', 'home', 'settings', 'find', 'case', 'visit'] as const;

describe.each(inside)('from %s', (kind) => {
  const state = states[kind];

  test.each([
    [visitChosen, { kind: 'visit', member, visit }],
    [settingsChosen, { kind: 'settings', member }],
    [findChosen, { kind: 'find', member }],
    [wentHome, { kind: 'home', member }],
  ] as const)('$kind leads on with the same member', (event, expected) => {
    expect(stepApp(state, event)).toEqual(expected);
  });
});

test('looking back at a case leads back to where it began', () => {
  expect(stepApp(states.find, caseChosen)).toMatchObject({ kind: 'case', from: 'find' });
  expect(stepApp(states.home, caseChosen)).toMatchObject({ kind: 'case', from: 'home' });
});

describe('the status of the vault', () => {
  test.each([
    [{ kind: 'empty' }, { kind: 'set-up' }],
    [{ kind: 'locked' }, { kind: 'locked' }],
    [
      { kind: 'open', member: other },
      { kind: 'home', member: other },
    ],
    [
      { kind: 'unusable', problem },
      { kind: 'unusable', problem },
    ],
  ] as const)('decides the first screen: %j', (vault, expected) => {
    expect(firstState(vault)).toEqual(expected);
  });
});

test('what stands behind the gate or is for staff alone begins anew after the cover', () => {
  const anew = Object.values(states).filter(({ kind }) => beginsAnewAfterCover(kind));
  expect(anew.map(({ kind }) => kind)).toEqual(['guidance', 'recover', 'find', 'case', 'visit']);
});

describe('reading without signing in', () => {
  test('is entered from the lock screen alone, and left to it', () => {
    const entered = Object.values(states).filter(
      (state) => stepApp(state, { kind: 'GuidanceChosen' }).kind === 'guidance',
    );
    expect(entered.map(({ kind }) => kind)).toEqual(['locked', 'guidance']);
    expect(stepApp(states.guidance, { kind: 'GuidanceClosed' })).toEqual(states.locked);
  });
});

describe('recovery', () => {
  test('by sheets is entered from the lock screen alone, and left to it', () => {
    const entered = Object.values(states).filter(
      (state) => stepApp(state, { kind: 'PasswordForgotten' }).kind === 'recover',
    );
    expect(entered.map(({ kind }) => kind)).toEqual(['locked', 'recover']);
    expect(stepApp(states.recover, { kind: 'RecoveryLeft' })).toEqual(states.locked);
  });

  test('sheets that are due come before the work', () => {
    expect(stepApp(states.pin, { kind: 'SheetsDue', mayWait: false })).toEqual(
      states['recovery-sheets'],
    );
  });
});
