import { err, ok, type Result } from '#core/base/result.ts';
import { commit, type Database } from './database.ts';
import { initial } from './migrations/0001-initial.ts';
import { addBackupAndRetention } from './migrations/0002-add-backup-and-retention.ts';
import { auditLog } from './migrations/0003-audit-log.ts';
import { consentAndReferral } from './migrations/0004-consent-and-referral.ts';
import { addLocalContent } from './migrations/0005-add-local-content.ts';
import { addPrinting } from './migrations/0006-add-printing.ts';
import { caseEntries } from './migrations/0007-case-entries.ts';
import { addRecoverySets } from './migrations/0008-add-recovery-sets.ts';
import { addColleagueNotes } from './migrations/0009-add-colleague-notes.ts';
import { staffAndGrants } from './migrations/0010-staff-and-grants.ts';
import { typedBesideAVisit } from './migrations/0011-typed-beside-a-visit.ts';
import { addDebriefDay } from './migrations/0012-add-debrief-day.ts';
import { lookAgain } from './migrations/0013-look-again.ts';

/** One step of the store's layout. Once released it is never edited: a change is a new step. */
export type Migration = { readonly number: number; readonly up: string };

const migrations: readonly Migration[] = [
  initial,
  addBackupAndRetention,
  auditLog,
  consentAndReferral,
  addLocalContent,
  addPrinting,
  caseEntries,
  addRecoverySets,
  addColleagueNotes,
  staffAndGrants,
  typedBesideAVisit,
  addDebriefDay,
  lookAgain,
];

const newestSchema = migrations.length;

/** Marks our files among all that SQLCipher could open: "Qrom". */
const applicationId = 0x5172_6f6d;

export type LayoutProblem =
  /** Written by a newer program: opening it here could harm it. */
  | { readonly kind: 'SchemaTooNew'; readonly schema: number; readonly readable: number }
  /** Opens under the key, and is not a store of this program. */
  | { readonly kind: 'NotOurs' };

/** Lays the newest layout into a file that was just made. */
export function layOut(database: Database): void {
  apply(database, migrations);
}

/** Brings an existing store to the newest layout, in one transaction. A problem leaves the file as it is. */
export function migrate(database: Database): Result<null, LayoutProblem> {
  const schema = Number(database.pragma('user_version', { simple: true }));
  const id = Number(database.pragma('application_id', { simple: true }));
  if (schema > newestSchema) return err({ kind: 'SchemaTooNew', schema, readable: newestSchema });
  if (id !== applicationId || schema < 1) return err({ kind: 'NotOurs' });
  const due = migrations.filter(({ number }) => number > schema);
  if (due.length > 0) apply(database, due);
  return ok(null);
}

function apply(database: Database, due: readonly Migration[]): void {
  commit(database, () => {
    for (const { up } of due) database.exec(up);
    database.pragma(`user_version = ${newestSchema}`);
    database.pragma(`application_id = ${applicationId}`);
  });
}
