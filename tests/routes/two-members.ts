import type { CaseId, EncounterId } from '#core/domain/encounter.ts';
import type { StaffId, StaffMember } from '#core/domain/staff.ts';
import { shareCase } from '#core/ipc/access-channels.ts';
import { confirmAlone } from '#core/ipc/encounter-channels.ts';
import { addMember } from '#core/ipc/staff-channels.ts';
import { lockVault, unlockVault } from '#core/ipc/vault-channels.ts';
import { sampleRequest, valueOf } from '../support/vault.ts';
import { call, type Office } from './office.ts';
import { officeWithTyping } from './visits.ts';

export const colleague = {
  displayName: 'Ombrellino',
  role: 'clinician',
  signInName: 'ombrellino-vane',
  password: 'pelican brocade fourteen sump',
} as const;

export type Two = {
  readonly office: Office;
  readonly id: EncounterId;
  readonly caseId: CaseId;
  /** The clinician beside the lead. */
  readonly colleagueId: StaffId;
  /** Locks, and signs somebody in who then says that nobody else is there. */
  readonly comes: (who: 'lead' | 'colleague') => Promise<StaffMember>;
};

/** An office with a lead, a clinician, and a visit that both may open; the lead is signed in. */
export async function officeOfTwo(): Promise<Two> {
  const { office, id } = await officeWithTyping();
  const added = valueOf(await call(office, addMember, colleague));
  await signIn(office, 'lead');
  const { caseId } = valueOf(await call(office, confirmAlone, { id }));
  valueOf(await call(office, shareCase, { caseId, to: added.id }));
  return {
    office,
    id,
    caseId,
    colleagueId: added.id,
    async comes(who) {
      valueOf(await call(office, lockVault, null));
      const member = await signIn(office, who);
      valueOf(await call(office, confirmAlone, { id }));
      return member;
    },
  };
}

async function signIn(office: Office, who: 'lead' | 'colleague'): Promise<StaffMember> {
  const { signInName, password } = who === 'lead' ? sampleRequest : colleague;
  return valueOf(await call(office, unlockVault, { signInName, password }));
}
