import { assertNever } from '#core/base/assert.ts';
import type { CaseId, EncounterId, EncounterListing } from '#core/domain/encounter.ts';
import type { StaffMember } from '#core/domain/staff.ts';
import type { AppStatus, StoreProblem } from '#core/ipc/app-channels.ts';

/** Which screen is shown, and exactly what that screen needs. */
export type AppState =
  | { readonly kind: 'unusable'; readonly problem: StoreProblem }
  | { readonly kind: 'set-up' }
  | { readonly kind: 'locked' }
  | { readonly kind: 'guidance' }
  | { readonly kind: 'recover' }
  | { readonly kind: 'pin'; readonly member: StaffMember }
  | { readonly kind: 'recovery-sheets'; readonly member: StaffMember; readonly mayWait: boolean }
  | { readonly kind: 'going-back'; readonly before: BeforeSignIn }
  | {
      readonly kind: 'clock';
      readonly member: StaffMember;
      readonly clock: string;
      readonly latest: string;
    }
  | { readonly kind: 'home'; readonly member: StaffMember }
  | { readonly kind: 'settings'; readonly member: StaffMember }
  | { readonly kind: 'find'; readonly member: StaffMember }
  | {
      readonly kind: 'case';
      readonly member: StaffMember;
      readonly caseId: CaseId;
      /** Where looking back began, and where it ends. */
      readonly from: 'home' | 'find';
    }
  | { readonly kind: 'due'; readonly member: StaffMember }
  | { readonly kind: 'consultation'; readonly member: StaffMember }
  /** For the member themselves, after a visit and on a day they chose. */
  | { readonly kind: 'debrief'; readonly member: StaffMember }
  | { readonly kind: 'referral'; readonly member: StaffMember; readonly visit: EncounterId }
  | {
      readonly kind: 'visit';
      readonly member: StaffMember;
      readonly visit: EncounterListing;
      /** Whether the briefing comes first: the person is not in the room yet. */
      readonly isPreparing: boolean;
    };

/** The screens from which a copy can be gone back to before anybody has signed in. */
type BeforeSignIn =
  | { readonly kind: 'unusable'; readonly problem: StoreProblem }
  | { readonly kind: 'set-up' }
  | { readonly kind: 'locked' };

export type AppEvent =
  | { readonly kind: 'SignedIn'; readonly member: StaffMember }
  | { readonly kind: 'VisitChosen'; readonly visit: EncounterListing }
  | { readonly kind: 'NextVisitBegun'; readonly visit: EncounterListing }
  /** The briefing was read, or left out: from here on the person may be in the room. */
  | { readonly kind: 'Prepared' }
  | { readonly kind: 'FindChosen' }
  | { readonly kind: 'CaseChosen'; readonly caseId: CaseId }
  | { readonly kind: 'SettingsChosen' }
  | { readonly kind: 'DueChosen' }
  | { readonly kind: 'ConsultationChosen' }
  | { readonly kind: 'DebriefChosen' }
  | { readonly kind: 'ReferralChosen'; readonly visit: EncounterId }
  | { readonly kind: 'GuidanceChosen' }
  | { readonly kind: 'PasswordForgotten' }
  | { readonly kind: 'RecoveryLeft' }
  /** `mayWait`: there are sheets that work, so that new ones need not be made now. */
  | { readonly kind: 'SheetsDue'; readonly mayWait: boolean }
  | { readonly kind: 'GuidanceClosed' }
  | { readonly kind: 'GoingBackChosen' }
  | { readonly kind: 'GoingBackLeft' }
  | { readonly kind: 'ClockDoubted'; readonly clock: string; readonly latest: string }
  | { readonly kind: 'WentHome' };

export function stepApp(state: AppState, event: AppEvent): AppState {
  switch (event.kind) {
    case 'SignedIn':
      return { kind: 'pin', member: event.member };
    case 'VisitChosen':
    case 'NextVisitBegun': {
      if (!('member' in state)) return state;
      const { member } = state;
      const isPreparing = event.kind === 'NextVisitBegun';
      return { kind: 'visit', member, visit: event.visit, isPreparing };
    }
    case 'Prepared':
      return state.kind === 'visit' ? { ...state, isPreparing: false } : state;
    case 'FindChosen':
      return 'member' in state ? { kind: 'find', member: state.member } : state;
    case 'CaseChosen': {
      if (!('member' in state)) return state;
      const { member } = state;
      const from = state.kind === 'find' ? 'find' : 'home';
      return { kind: 'case', member, caseId: event.caseId, from };
    }
    case 'SettingsChosen':
      return 'member' in state ? { kind: 'settings', member: state.member } : state;
    case 'DueChosen':
      return 'member' in state ? { kind: 'due', member: state.member } : state;
    case 'ConsultationChosen':
      return 'member' in state ? { kind: 'consultation', member: state.member } : state;
    case 'DebriefChosen':
      return 'member' in state ? { kind: 'debrief', member: state.member } : state;
    case 'ReferralChosen':
      return 'member' in state
        ? { kind: 'referral', member: state.member, visit: event.visit }
        : state;
    case 'GuidanceChosen':
      return state.kind === 'locked' ? { kind: 'guidance' } : state;
    case 'PasswordForgotten':
      return state.kind === 'locked' ? { kind: 'recover' } : state;
    case 'RecoveryLeft':
      return state.kind === 'recover' ? { kind: 'locked' } : state;
    case 'SheetsDue':
      return 'member' in state
        ? { kind: 'recovery-sheets', member: state.member, mayWait: event.mayWait }
        : state;
    case 'GuidanceClosed':
      return state.kind === 'guidance' ? { kind: 'locked' } : state;
    case 'GoingBackChosen':
      return state.kind === 'unusable' || state.kind === 'set-up' || state.kind === 'locked'
        ? { kind: 'going-back', before: state }
        : state;
    case 'GoingBackLeft':
      return state.kind === 'going-back' ? state.before : state;
    case 'ClockDoubted':
      return 'member' in state
        ? { kind: 'clock', member: state.member, clock: event.clock, latest: event.latest }
        : state;
    case 'WentHome':
      return 'member' in state ? { kind: 'home', member: state.member } : state;
    default:
      return assertNever(event);
  }
}

/** What a fresh page shows, by what the vault is like. */
export function firstState(vault: AppStatus['vault']): AppState {
  switch (vault.kind) {
    case 'empty':
      return { kind: 'set-up' };
    case 'locked':
      return { kind: 'locked' };
    case 'open':
      return { kind: 'home', member: vault.member };
    case 'unusable':
      return { kind: 'unusable', problem: vault.problem };
    default:
      return assertNever(vault);
  }
}

/**
 * Whether a screen shows, or has in its memory, what stands behind the alone-gate or what only
 * staff should read. Such a screen begins anew after the cover; the others keep what was typed.
 */
export function beginsAnewAfterCover(kind: AppState['kind']): boolean {
  switch (kind) {
    case 'visit':
    case 'find':
    case 'case':
    case 'guidance':
    case 'recover':
    case 'due':
    case 'consultation':
    case 'debrief':
    case 'referral':
      return true;
    case 'unusable':
    case 'set-up':
    case 'locked':
    case 'going-back':
    case 'pin':
    case 'recovery-sheets':
    case 'clock':
    case 'home':
    case 'settings':
      return false;
    default:
      return assertNever(kind);
  }
}
