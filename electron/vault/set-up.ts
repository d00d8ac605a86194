import type { z } from 'zod';
import type { Clock, IdSource } from '#core/base/capabilities.ts';
import { err, ok, type Result } from '#core/base/result.ts';
import { Facility } from '#core/domain/facility.ts';
import { judgePassword } from '#core/domain/password.ts';
import {
  type DisplayName,
  type SignInName,
  StaffId,
  type StaffMember,
} from '#core/domain/staff.ts';
import type { Attempts } from './attempts.ts';
import { signIn } from './audit/begin.ts';
import type { PasswordRejected } from './change-password.ts';
import { growMemberKeys, type KdfCost, randomKey, wipeMember } from './keys.ts';
import { makeStore } from './new-store.ts';
import { openStore } from './open-store.ts';
import type { OpenVault } from './people.ts';
import { createHandleKdf, createSlot } from './slots.ts';
import { lookAtStore, type StoreProblem } from './store-state.ts';
import { vaultIdOf } from './vault-id.ts';

export type SetUpProblem =
  | PasswordRejected
  | { readonly kind: 'AlreadySetUp' }
  | { readonly kind: 'DiskFull' | 'LockedMeanwhile' }
  | StoreProblem;

export type SetUpRequest = {
  readonly facility: Pick<Facility, 'name' | 'jurisdiction'> &
    Partial<Pick<Facility, 'enabledDrafts'>>;
  readonly displayName: z.infer<typeof DisplayName>;
  readonly signInName: z.infer<typeof SignInName>;
  readonly password: string;
};

/** A store of its own, with its first lead signed in. Never over one that is there. */
export async function setUpStore(
  { facility: place, displayName, signInName, password }: SetUpRequest,
  about: {
    readonly folder: string;
    readonly clock: Clock;
    readonly ids: IdSource;
    readonly attempts: Attempts;
    readonly chooseCost: () => Promise<KdfCost>;
  },
): Promise<Result<OpenVault, SetUpProblem>> {
  const { folder, clock, ids, attempts } = about;
  const found = lookAtStore(folder);
  if (!found.ok) return found;
  if (found.value.length > 0) return err({ kind: 'AlreadySetUp' });
  const rejected = judgePassword(password, [signInName, place.name, 'quietroom']);
  if (rejected !== undefined) return err({ kind: 'PasswordRejected', problem: rejected });

  const seed = randomKey();
  const grown = growMemberKeys(seed);
  const vaultId = vaultIdOf(grown.signPublic);
  wipeMember(grown);
  const member: StaffMember = {
    id: StaffId.parse(ids.next()),
    displayName,
    role: 'safeguarding-lead',
  };
  const databaseKey = randomKey();
  const cost = await about.chooseCost();
  const handleKdf = createHandleKdf(cost);
  const who = { staffId: member.id, signInName, password };
  const slotOf = { vaultId, handleKdf, ...who, databaseKey, seed };
  const { slot, member: keys } = await createSlot(slotOf, cost);
  // Deriving the key took a while: nothing from here to the end waits for anything.
  const before = lookAtStore(folder);
  if (!before.ok) return before;
  if (before.value.length > 0) return err({ kind: 'AlreadySetUp' });
  const facility = Facility.parse({ ...place, saving: { kind: 'never' } });
  const made = makeStore(
    folder,
    databaseKey,
    { vaultId, facility, member, keys, clock },
    { vaultId, generation: 1, handleKdf, slots: [slot], removed: [] },
  );
  if (!made.ok) return made;
  const opened = openStore(folder, vaultId, databaseKey);
  if (!opened.ok) throw new Error(`A store that was just made does not open: ${opened.error.kind}`);
  signIn({ database: opened.value, folder, vaultId, member, keys, clock }, attempts);
  return ok({ session: { database: opened.value, member, keys }, vaultId, databaseKey });
}
