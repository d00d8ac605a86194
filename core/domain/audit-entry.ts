import { z } from 'zod';
import { CalendarDate } from './calendar-date.ts';
import { CaseId, EncounterId } from './encounter.ts';
import { Role, StaffId } from './staff.ts';

// What the audit log says. Nothing in it names a person or quotes anybody: a case and a visit
// are opaque tokens, which after an erasure are all that is left of them.

const Count = z.number().int().nonnegative();
const Position = z.number().int().positive();
/** The public half of a member's signing keys, by which the entries of that member are checked. */
const SignPublic = z.base64().length(44);
const RecoveryPublic = z.base64().length(44);
const Moment = z.iso.datetime({ precision: 3 });

function event<Kind extends string, Shape extends z.ZodRawShape>(kind: Kind, shape: Shape) {
  return z.strictObject({ kind: z.literal(kind), ...shape });
}

const ofCase = { caseId: CaseId };
const ofVisit = { caseId: CaseId, encounterId: EncounterId };
const ofMember = { member: StaffId };
/** Of a sheet, its kind and never its text; of no case when it is about the place. */
const ofSheet = { caseId: CaseId.nullable(), sheet: z.string().max(40) };
/** What the person said about a copy of what stays in the file; nothing for every other sheet. */
const ofCopy = { isCopyWanted: z.boolean().optional() };

/**
 * What can happen that is worth a line. A new kind is added here and gets its words in
 * renderer/text/audit-words.ts, or it does not compile.
 */
export const AuditEvent = z.discriminatedUnion('kind', [
  // The desk.
  event('set-up', { signPublic: SignPublic }),
  /** The log of a store that had none yet begins here, with the keys of whoever worked there. */
  event('log-begun', {
    members: z.array(z.strictObject({ member: StaffId, signPublic: SignPublic })),
  }),
  event('unlock', {}),
  /** Counted outside the store until somebody gets in; written then. */
  event('unlock-failed', { count: Position, first: z.iso.datetime(), last: z.iso.datetime() }),
  event('lock', {}),

  // Cases.
  event('case-opened', ofVisit),
  /** One more visit of a case that there was already. */
  event('visit-begun', ofVisit),
  event('case-read', ofVisit),
  event('case-written', ofVisit),
  event('case-closed', ofVisit),
  /** Read at the desk, by staff alone: the page of a case and its visits in short. */
  event('case-looked-up', ofCase),
  event('case-added-to', ofCase),
  /** What is kept apart: who was present, and persons and vehicles. */
  event('restricted-read', ofCase),
  event('restricted-added-to', ofCase),
  /** The names in the cases of this member were taken into memory, for the search. */
  event('names-indexed', { cases: Count }),
  event('consent-recorded', { ...ofCase, yes: Count, no: Count }),
  event('consent-withdrawn', ofCase),
  /** Somebody was asked without naming anyone: of no case. */
  event('consulted-without-name', {}),
  /** A member put down on what ground something may be passed on without a yes. */
  event('ground-recorded', ofCase),
  event('disclosure-without-consent', ofCase),
  event('reported-missing-release', ofCase),
  event('countersigned', { ...ofCase, of: Position.nullable() }),
  event('sheet-printed', { ...ofSheet, ...ofCopy, pages: Count }),
  event('sheet-not-printed', ofSheet),
  event('sheet-saved', { ...ofSheet, ...ofCopy, pages: Count }),
  event('sheet-destroyed', ofSheet),
  event('exported', { what: z.string().max(40), count: Count }),
  event('grant', { ...ofCase, to: StaffId }),
  event('withdrawal', { ...ofCase, from: StaffId }),
  /** Somebody who held the key of the case no longer may; from here on it has another. */
  event('case-key-changed', ofCase),
  event('erasure', ofCase),

  // People and keys.
  event('member-added', { ...ofMember, role: Role, signPublic: SignPublic }),
  event('member-changed', { ...ofMember, role: Role }),
  event('member-suspended', ofMember),
  event('member-resumed', ofMember),
  event('member-removed', ofMember),
  /** They had forgotten the password: who they are from now on, and who they were. */
  event('member-readmitted', { ...ofMember, former: StaffId }),
  event('keys-rotated', { cases: Count }),
  event('password-changed', ofMember),
  event('recovery', ofMember),
  /** Both name the set of sheets by its public key; lines of an earlier version name none. */
  event('recovery-drill', { recoveryPublic: RecoveryPublic.optional() }),
  event('recovery-shares-made', {
    shares: Count,
    needed: Count,
    recoveryPublic: RecoveryPublic.optional(),
  }),

  // The place and its records.
  event('setting-changed', { settings: z.array(z.string().max(200)) }),
  event('backup-made', { upTo: Count }),
  event('backup-failed', {}),
  /** Written in the copy that was gone back to, by whoever did; `lost` is null where nobody could count it. */
  event('backup-restored', { upTo: Count, lost: Count.nullable() }),
  /** A save whose route named no event of its own. */
  event('records-written', {}),
  /** The mark outside the store knows of entries that the store no longer has. */
  event('records-older', { markedPosition: Position, missingEntries: Count, missingSaves: Count }),
  /** At the marked position the store has another entry than the mark says. */
  event('records-replaced', { markedPosition: Position }),
  event('mark-missing', {}),
  event('mark-damaged', {}),
  /** A record was an older one than the log says, or another, and was not shown. */
  event('record-refused', { record: z.string().max(200) }),
  event('log-verified', { upTo: Count, isSound: z.boolean() }),
  event('log-anchored', { anchored: Position }),
  /** The lead has seen what the home screen warned of, up to this entry. */
  event('warnings-seen', { upTo: Position }),
  event('clock-jumped', { direction: z.enum(['behind', 'ahead']), clock: Moment, latest: Moment }),
  event('date-stated', { date: CalendarDate }),
]);
export type AuditEvent = z.infer<typeof AuditEvent>;

export type AuditKind = AuditEvent['kind'];

/** The state of one record after a write: how often it was written, and a digest of what it is now. */
export const RecordChange = z.strictObject({
  record: z.string().min(1).max(200),
  /** 0 when the record was taken away. */
  version: Count,
  digest: z.string().max(43),
});
export type RecordChange = z.infer<typeof RecordChange>;

/** SHA-256 as base64url. */
const Hash = z.string().length(43);

/** One line of the log, as it is hashed and signed. */
export const AuditEntry = z.strictObject({
  position: Position,
  at: Moment,
  /** The clock contradicted the log, so that `at` may be wrong. */
  isTimeDoubtful: z.boolean(),
  /** Who was signed in, and signed it. */
  staff: StaffId,
  event: AuditEvent,
  changed: z.array(RecordChange),
  /** How many saves the store has seen, this one included. */
  saves: Count,
  /** One hash over the latest version of every record. */
  heads: Hash,
  /** The hash of the entry before; of the first one, zeros. */
  previous: Hash,
});
export type AuditEntry = z.infer<typeof AuditEntry>;

const readingKinds: ReadonlySet<AuditKind> = new Set<AuditKind>([
  'unlock',
  'unlock-failed',
  'lock',
  'case-read',
  'case-looked-up',
  'names-indexed',
  'restricted-read',
  'sheet-printed',
  'sheet-not-printed',
  'sheet-saved',
  'sheet-destroyed',
  'exported',
  'backup-made',
  'backup-failed',
  'records-older',
  'records-replaced',
  'mark-missing',
  'mark-damaged',
  'record-refused',
  'log-verified',
  'log-anchored',
  'log-begun',
  'warnings-seen',
  'clock-jumped',
]);

/** Whether somebody changed a record, so that a store without it has lost a save. */
export function isSave(kind: AuditKind): boolean {
  return !readingKinds.has(kind);
}
