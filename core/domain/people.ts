import { z } from 'zod';
import { Role, type StaffId, StaffMember } from './staff.ts';

// Who may add, change and remove whom. An administrator manages people and machine and opens no
// case: so only a lead makes, changes or removes a lead, who may open cases.

export const StaffState = z.enum(['active', 'suspended', 'removed']);
export type StaffState = z.infer<typeof StaffState>;

/** A member as the list of people shows them. */
export const StaffListing = StaffMember.extend({ state: StaffState });
export type StaffListing = z.infer<typeof StaffListing>;

/** A member who may open a case. */
export const CaseReader = StaffListing.extend({
  /** They opened the case. */
  hasOpened: z.boolean(),
  /** Whether whoever asks may take it from them. */
  mayBeWithdrawn: z.boolean(),
});
export type CaseReader = z.infer<typeof CaseReader>;

/** What can be done about a member and taken back again. */
export const StandingChange = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('role'), role: Role }),
  z.strictObject({ kind: z.literal('suspend') }),
  z.strictObject({ kind: z.literal('resume') }),
]);
export type StandingChange = z.infer<typeof StandingChange>;

/** That, or for good. */
export type MemberChange = StandingChange | { readonly kind: 'remove' };

export type PeopleProblem = {
  readonly kind:
    | 'NotAllowed'
    /** Nobody suspends, removes or changes the role of themselves. */
    | 'OnYourself'
    /** There would be nobody left who answers for these visits. */
    | 'LastLead'
    | 'MemberUnknown'
    /** Such as suspending somebody who is suspended. */
    | 'AlreadySo';
};

/** A member as far as these rules look at them. */
export type Standing = { readonly id: StaffId; readonly role: Role; readonly state: StaffState };

/** Whether somebody in this role may add a member in that one, or change or remove one. */
export function mayManage(by: Role, about: Role): boolean {
  if (by === 'safeguarding-lead') return true;
  return by === 'administrator' && about !== 'safeguarding-lead';
}

/**
 * What stands against a change, or undefined when nothing does.
 *
 * @param people everybody, as they stand before the change
 */
export function judgeChange(
  by: StaffId,
  about: StaffId,
  change: MemberChange,
  people: readonly Standing[],
): PeopleProblem | undefined {
  const problem = (kind: PeopleProblem['kind']) => ({ kind });
  const actor = people.find(({ id }) => id === by);
  const member = people.find(({ id }) => id === about);
  if (actor?.state !== 'active') return problem('NotAllowed');
  if (!mayManage(actor.role, actor.role)) return problem('NotAllowed');
  if (member === undefined || member.state === 'removed') return problem('MemberUnknown');
  const rolesTouched = change.kind === 'role' ? [member.role, change.role] : [member.role];
  if (!rolesTouched.every((role) => mayManage(actor.role, role))) return problem('NotAllowed');
  if (isAlreadySo(member, change)) return problem('AlreadySo');
  if (losesLead(member, change) && leadsIn(people).every(({ id }) => id === about))
    return problem('LastLead');
  return by === about ? problem('OnYourself') : undefined;
}

/** What a change makes of a member. */
export function afterChange<Member extends Standing>(member: Member, change: MemberChange): Member {
  switch (change.kind) {
    case 'role':
      return { ...member, role: change.role };
    case 'suspend':
      return { ...member, state: 'suspended' };
    case 'resume':
      return { ...member, state: 'active' };
    case 'remove':
      return { ...member, state: 'removed' };
    default:
      return change satisfies never;
  }
}

/** Those who answer for visits today. */
export function leadsIn<Member extends Standing>(people: readonly Member[]): readonly Member[] {
  return people.filter(({ role, state }) => role === 'safeguarding-lead' && state === 'active');
}

function isAlreadySo(member: Standing, change: MemberChange): boolean {
  if (change.kind === 'role') return member.role === change.role;
  return member.state === afterChange(member, change).state;
}

function losesLead(member: Standing, change: MemberChange): boolean {
  const isLead = member.role === 'safeguarding-lead' && member.state === 'active';
  return isLead && leadsIn([afterChange(member, change)]).length === 0;
}
