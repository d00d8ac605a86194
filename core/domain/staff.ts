import { z } from 'zod';

export const StaffId = z.uuid().brand<'StaffId'>();
export type StaffId = z.infer<typeof StaffId>;

/** An administrator manages people and machine and opens no case. */
export const Role = z.enum(['safeguarding-lead', 'clinician', 'administrator']);
export type Role = z.infer<typeof Role>;

/** What a member types to sign in. Never shown by the lock screen, and in no file in clear. */
export const SignInName = z.string().overwrite(foldName).min(2).max(60);

/** One spelling for all ways to type a name. Folded twice it stays the same. */
function foldName(name: string): string {
  return name.normalize('NFKC').toLowerCase().normalize('NFKC').trim();
}

/** What a professional body or register knows a member by. For a court it stands in place of a name (R145). */
export const ProfessionalNumber = z.string().trim().min(1).max(40);

/** A first name, which may be an alias: a full name is not asked for (R138). */
export const DisplayName = z.string().trim().min(1).max(60);

export const passwordLength = { min: 15, max: 128 } as const;

/** A password as somebody types it to get in. What a new one must satisfy is `judgePassword`. */
export const PasswordAttempt = z.string().min(1).max(1_000);

export const StaffMember = z.strictObject({ id: StaffId, displayName: DisplayName, role: Role });
export type StaffMember = z.infer<typeof StaffMember>;
