import { z } from 'zod';
import { assert } from '#core/base/assert.ts';
import type { Instant } from '#core/base/capabilities.ts';
import { CaseEntryId } from '#core/domain/case-entry.ts';
import type { CaseId } from '#core/domain/encounter.ts';
import { StaffId } from '#core/domain/staff.ts';
import { readRoster } from '../audit/roster.ts';
import { checkVersion, keepVersion, RecordAltered } from '../audit-log.ts';
import { canonical, digest } from '../canonical.ts';
import { bytesOf, sealValue, unsealValue, withCaseKey } from '../case-seal.ts';
import { randomKey, sign } from '../keys.ts';
import type { VaultSession } from '../vault.ts';
import { isSignedByMember } from './staff.ts';

/** The records of a case that entries lie in. One drawer never opens with the seal of another. */
export type Drawer = 'record' | 'restricted' | 'persons-and-vehicles';

/** An entry with what it says, still to be parsed by whoever knows the drawer. */
export type DrawerEntry = {
  readonly id: CaseEntryId;
  readonly number: number;
  readonly at: Instant;
  readonly by: StaffId;
  readonly content: unknown;
};

/** Adds an entry, sealed and signed. Inside a transaction. */
export function addEntry(
  session: VaultSession,
  caseId: CaseId,
  drawer: Drawer,
  { id, at, content }: Pick<DrawerEntry, 'id' | 'at' | 'content'>,
): DrawerEntry {
  const { database, member, keys } = session;
  const number = 1 + rowsOf(session, caseId, drawer).length;
  // The salt keeps the signature, which is over the text, from confirming a guess at the text.
  const message = JSON.stringify({ salt: randomKey(16).toString('base64'), content });
  const signature = sign(textOf({ id, caseId, drawer, number, at, by: member.id, message }), keys);
  const sealed = withCaseKey(session, caseId, (key) =>
    sealValue(message, key, contextOf(caseId, drawer, number)),
  );
  assert(sealed !== undefined, 'a member who adds to a case holds its key');
  database
    .prepare(
      `INSERT INTO case_entry (id, case_id, drawer, number, added_at, added_by, sealed, signature)
       VALUES (:id, :caseId, :drawer, :number, :at, :by, :sealed, :signature)`,
    )
    .run({ id, caseId, drawer, number, at, by: member.id, sealed, signature });
  const rows = rowsOf(session, caseId, drawer);
  keepVersion(session, recordOf(caseId, drawer), headOf(rows));
  return { id, number, at, by: member.id, content };
}

/**
 * The entries of one drawer in their order, each with its signature checked.
 *
 * @returns undefined when this member holds no key of the case
 * @throws RecordAltered when one was changed, taken away or put back
 */
export function readEntries(
  session: VaultSession,
  caseId: CaseId,
  drawer: Drawer,
): readonly DrawerEntry[] | undefined {
  const rows = rowsOf(session, caseId, drawer);
  checkVersion(session, recordOf(caseId, drawer), headOf(rows));
  const roster = readRoster(session.database);
  return withCaseKey(session, caseId, (key) =>
    rows.map((row) => {
      const { id, number, at, by } = row;
      const opened = unsealValue(row.sealed, key, contextOf(caseId, drawer, number));
      const message = z.string().safeParse(opened);
      if (
        !message.success ||
        !isSignedByMember(
          session.database,
          by,
          textOf({ id, caseId, drawer, number, at, by, message: message.data }),
          row.signature,
          roster,
        )
      )
        throw new RecordAltered('An entry of a case is not what was signed.');
      const { content } = Message.parse(JSON.parse(message.data));
      return { id, number, at, by, content };
    }),
  );
}

const Message = z.strictObject({ salt: z.string(), content: z.unknown() });

type Row = Omit<DrawerEntry, 'content'> & {
  readonly sealed: Uint8Array;
  readonly signature: Uint8Array;
};

function rowsOf({ database }: VaultSession, caseId: CaseId, drawer: Drawer): readonly Row[] {
  return database
    .prepare('SELECT * FROM case_entry WHERE case_id = ? AND drawer = ? ORDER BY number')
    .all([caseId, drawer])
    .map((row) => ({
      id: CaseEntryId.parse(row['id']),
      number: Number(row['number']),
      at: String(row['added_at']),
      by: StaffId.parse(row['added_by']),
      sealed: bytesOf(row['sealed']),
      signature: bytesOf(row['signature']),
    }));
}

/** What the log keeps of a drawer: which entries there are, in which order. */
function headOf(rows: readonly Row[]): string | undefined {
  if (rows.length === 0) return undefined;
  return canonical(
    'case-entries-1',
    rows.map(({ signature }) => Buffer.from(signature).toString('base64')),
  );
}

function textOf(entry: {
  readonly id: string;
  readonly caseId: string;
  readonly drawer: Drawer;
  readonly number: number;
  readonly at: string;
  readonly by: string;
  readonly message: string;
}): string {
  const { id, caseId, drawer, number, at, by, message } = entry;
  return canonical('case-entry-1', [id, caseId, drawer, number, at, by, digest(message)]);
}

function recordOf(caseId: CaseId, drawer: Drawer): string {
  return `case-entries:${caseId}:${drawer}`;
}

function contextOf(caseId: string, drawer: Drawer, number: number): string {
  return canonical('case-entry', [caseId, drawer, number]);
}
