import type { EncounterId } from '#core/domain/encounter.ts';
import { chooseBackupTarget } from '#core/ipc/backup-channels.ts';
import { call, type Office } from '../routes/office.ts';
import { officeWithVisit, saveAtOnce } from '../routes/visits.ts';
import { freshFolder, typedDraft, valueOf } from '../support/vault.ts';

/** An office with one saved visit, and a stick that its lead chose for the copies. */
export async function officeWithStick(): Promise<{
  readonly office: Office;
  readonly id: EncounterId;
  readonly stick: string;
}> {
  const { office, id } = await officeWithVisit();
  valueOf(await saveAtOnce(office, id, typedDraft()));
  const stick = freshFolder();
  valueOf(await call(office, chooseBackupTarget, { folder: stick }));
  return { office, id, stick };
}
