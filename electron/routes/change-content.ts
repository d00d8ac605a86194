import type { Result } from '#core/base/result.ts';
import { appendAudit } from '../vault/audit-log.ts';
import type { Desk } from './desk.ts';

/** Changes what the place says of the content, with its entry in the log, and puts it in force. */
export function changeContent<Value>(
  desk: Desk,
  settings: readonly string[],
  write: () => Value,
): Result<Value, { readonly kind: 'DiskFull' }> {
  const session = desk.session();
  return desk.packs.change(session, () => {
    const value = write();
    appendAudit(session, { kind: 'setting-changed', settings: [...settings] });
    return value;
  });
}
