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
  'going-back': { kind: 'going-back', before: { kind: 'unusable', problem } },
  clock: {
    kind: 'clock',
    member,
    clock: '2001-01-01T00:00:00.000Z',
    latest: '2031-03-05T09:00:00.000Z',
  },
  pin: { kind: 'pin', member },
  home: { kind: 'home', member },
  settings: { kind: 'settings', member },
  find: { kind: 'find', member },
  case: { kind: 'case', member, caseId: visit.caseId, from: 'home' },
  due: { kind: 'due', member },
  consultation: { kind: 'consultation', member },
  referral: { kind: 'referral', member, visit: visit.id },
  debrief: { kind: 'debrief', member },
  visit: { kind: 'visit', member, visit, isPreparing: false },
};

const visitChosen: AppEvent = { kind: 'VisitChosen', visit };
const settingsChosen: AppEvent = { kind: 'SettingsChosen' };
const findChosen: AppEvent = { kind: 'FindChosen' };
const caseChosen: AppEvent = { kind: 'CaseChosen', caseId: visit.caseId };
const dueChosen: AppEvent = { kind: 'DueChosen' };
const consultationChosen: AppEvent = { kind: 'ConsultationChosen' };
const referralChosen: AppEvent = { kind: 'ReferralChosen', visit: visit.id };
const debriefChosen: AppEvent = { kind: 'DebriefChosen' };
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
  DueChosen: [dueChosen],
  NextVisitBegun: [{ kind: 'NextVisitBegun', visit }],
  Prepared: [{ kind: 'Prepared' }],
  DebriefChosen: [debriefChosen],
  ConsultationChosen: [consultationChosen],
  ReferralChosen: [referralChosen],
  WentHome: [wentHome],
  GuidanceChosen: [{ kind: 'GuidanceChosen' }],
  GuidanceClosed: [{ kind: 'GuidanceClosed' }],
  GoingBackChosen: [{ kind: 'GoingBackChosen' }],
  GoingBackLeft: [{ kind: 'GoingBackLeft' }],
  ClockDoubted: [{ kind: 'ClockDoubted', clock: '2001', latest: '2031' }],
  PasswordForgotten: [{ kind: 'PasswordForgotten' }],
  RecoveryLeft: [{ kind: 'RecoveryLeft' }],
  SheetsDue: [{ kind: 'SheetsDue', mayWait: true }],
};

const outside = ['unusable', 'set-up', 'locked', 'guidance', 'recover', 'going-back'] as const;

describe.each(outside)('from %s', (kind) => {
  const state = states[kind];

  test('nothing but a sign-in leads to a screen of a member', () => {
    const next = Object.values(eventsWithoutSignIn)
      .flat()
      .map((event) => stepApp(state, event));
    expect(next).toHaveLength(19);
    expect(next.filter((after) => 'member' in after)).toEqual([]);
  });

  test.each([
    visitChosen,
    findChosen,
    caseChosen,
    settingsChosen,
    dueChosen,
    consultationChosen,
    referralChosen,
    debriefChosen,
    wentHome,
  ])('$kind leaves everything as it is', (event) => {
    expect(stepApp(state, event)).toBe(state);
  });

  test('a sign-in leads to the question for a PIN', () => {
    expect(stepApp(state, signedIn)).toEqual({ kind: 'pin', member: other });
  });
});

const inside = [
  'pin',
  'clock',
  'recovery-sheets',
  'home',
  'settings',
  'find',
  'case',
  'due',
  'consultation',
  'referral',
  'debrief',
  'visit',
] as const;

describe.each(inside)('from %s', (kind) => {
  const state = states[kind];

  test.each([
    [visitChosen, { kind: 'visit', member, visit, isPreparing: false }],
    [debriefChosen, { kind: 'debrief', member }],
    [settingsChosen, { kind: 'settings', member }],
    [findChosen, { kind: 'find', member }],
    [dueChosen, { kind: 'due', member }],
    [consultationChosen, { kind: 'consultation', member }],
    [referralChosen, { kind: 'referral', member, visit: visit.id }],
    [wentHome, { kind: 'home', member }],
  ] as const)('$kind leads on with the same member', (event, expected) => {
    expect(stepApp(state, event)).toEqual(expected);
  });
});

test('the briefing comes before a next visit once, and never comes back by itself', () => {
  const preparing = stepApp(states.home, { kind: 'NextVisitBegun', visit });
  expect(preparing).toEqual({ kind: 'visit', member, visit, isPreparing: true });
  expect(stepApp(preparing, { kind: 'Prepared' })).toEqual(states.visit);
  expect(stepApp(states.home, { kind: 'Prepared' })).toBe(states.home);
});

describe('the way back to a copy', () => {
  test('is entered from a start screen alone, and left to the very same', () => {
    for (const before of [states.unusable, states['set-up'], states.locked]) {
      const entered = stepApp(before, { kind: 'GoingBackChosen' });
      expect(entered).toEqual({ kind: 'going-back', before });
      expect(stepApp(entered, { kind: 'GoingBackLeft' })).toEqual(before);
    }
    expect(stepApp(states.home, { kind: 'GoingBackChosen' })).toBe(states.home);
  });
});

test('a clock that contradicts the log is asked about after signing in', () => {
  const { clock, latest } = states.clock;
  expect(stepApp(states.pin, { kind: 'ClockDoubted', clock, latest })).toEqual(states.clock);
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
  expect(anew.map(({ kind }) => kind)).toEqual([
    'guidance',
    'recover',
    'find',
    'case',
    'due',
    'consultation',
    'referral',
    'debrief',
    'visit',
  ]);
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
