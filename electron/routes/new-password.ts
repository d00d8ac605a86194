import { err, ok, type Result } from '#core/base/result.ts';
import { isCommon } from '#core/domain/password.ts';
import type { PasswordRejected } from '../vault/change-password.ts';
import type { Desk } from './desk.ts';

/** Refuses what many people choose. Whoever takes a new password asks here before the vault, which knows no content. */
export function judgeCommon(desk: Desk, password: string): Result<null, PasswordRejected> {
  return isCommon(password, desk.pack().commonPasswords.list)
    ? err({ kind: 'PasswordRejected', problem: { kind: 'TooCommon' } })
    : ok(null);
}
