import { z } from 'zod';
import { AuditEvent, type AuditKind } from './audit-entry.ts';
import { CalendarDate } from './calendar-date.ts';
import { CaseId } from './encounter.ts';
import { Role, StaffId } from './staff.ts';

// The log as somebody reads it: parts to choose from, lines, and what a verification found.

export const LogPart = z.enum(['desk', 'cases', 'people', 'place', 'warnings']);
export type LogPart = z.infer<typeof LogPart>;

const parts: Readonly<Record<AuditKind, LogPart>> = {
  'set-up': 'people',
  'log-begun': 'place',
  unlock: 'desk',
  'unlock-failed': 'warnings',
  lock: 'desk',
  'case-opened': 'cases',
  'visit-begun': 'cases',
  'case-read': 'cases',
  'case-written': 'cases',
  'case-closed': 'cases',
  'case-looked-up': 'cases',
  'case-added-to': 'cases',
  'restricted-read': 'cases',
  'restricted-added-to': 'cases',
  'names-indexed': 'cases',
  'consent-recorded': 'cases',
  'consent-withdrawn': 'cases',
  'consulted-without-name': 'cases',
  'ground-recorded': 'cases',
  'disclosure-without-consent': 'cases',
  'reported-missing-release': 'cases',
  countersigned: 'cases',
  'sheet-printed': 'cases',
  'sheet-not-printed': 'cases',
  'sheet-saved': 'cases',
  'sheet-destroyed': 'cases',
  exported: 'place',
  grant: 'cases',
  withdrawal: 'cases',
  'case-key-changed': 'cases',
  erasure: 'cases',
  'member-added': 'people',
  'member-changed': 'people',
  'member-suspended': 'people',
  'member-resumed': 'people',
  'member-removed': 'people',
  'member-readmitted': 'people',
  'keys-rotated': 'people',
  'password-changed': 'people',
  recovery: 'people',
  'recovery-drill': 'people',
  'recovery-shares-made': 'people',
  'setting-changed': 'place',
  'backup-made': 'place',
  'backup-failed': 'warnings',
  'backup-restored': 'place',
  'records-written': 'desk',
  'records-older': 'warnings',
  'records-replaced': 'warnings',
  'mark-missing': 'warnings',
  'mark-damaged': 'warnings',
  'record-refused': 'warnings',
  'log-verified': 'place',
  'log-anchored': 'place',
  'warnings-seen': 'place',
  'clock-jumped': 'warnings',
  'date-stated': 'place',
};

/** The kinds of one part, or of all. */
export function kindsOf(part: LogPart): readonly AuditKind[] {
  return AuditEvent.options
    .map(({ shape }) => shape.kind.value)
    .filter((kind) => parts[kind] === part);
}

/**
 * What a case is called where nobody may read what is in it: the end of its token. An erased
 * case keeps it, and it then leads to nobody.
 */
export function caseCode(caseId: CaseId): string {
  return caseId.slice(-6).toUpperCase();
}

/** A case code as somebody types it. */
export const CaseCode = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[0-9A-F]{6}$/);

export const LogFilter = z.strictObject({
  part: LogPart.nullable(),
  staff: StaffId.nullable(),
  caseCode: CaseCode.nullable(),
  /** Days of the place's own time, both included. */
  from: CalendarDate.nullable(),
  to: CalendarDate.nullable(),
});
export type LogFilter = z.infer<typeof LogFilter>;

/** Who wrote a line: the name of today, or null of somebody who is gone. */
export const LogMember = z.strictObject({
  id: StaffId,
  displayName: z.string().nullable(),
  role: Role.nullable(),
});
export type LogMember = z.infer<typeof LogMember>;

export const LogLine = z.strictObject({
  position: z.number().int().positive(),
  at: z.string(),
  isTimeDoubtful: z.boolean(),
  staff: StaffId.nullable(),
  /** Null where the line is not one that this program wrote and its member signed. */
  event: AuditEvent.nullable(),
});
export type LogLine = z.infer<typeof LogLine>;

/** How often and when last somebody opened, read or wrote a case. */
export const Viewer = z.strictObject({
  staff: StaffId,
  times: z.number().int().positive(),
  first: z.string(),
  last: z.string(),
});
export type Viewer = z.infer<typeof Viewer>;

/** The newest entry in a form that fits on a slip of paper. Nobody can make another log with the same code. */
export const Anchor = z.strictObject({
  position: z.number().int().positive(),
  at: z.string(),
  code: z.string(),
});
export type Anchor = z.infer<typeof Anchor>;

/** After so many days another slip is due. */
export const anchorDays = 7;

/** What is wrong with a log. The first kinds are about one entry, the others about the whole. */
export const LogFlaw = z.enum([
  'altered',
  'unreadable',
  'moved',
  'signer-unknown',
  'forged',
  'missing',
  'unlinked',
  'miscounted',
  'versions-differ',
  'lists-differ',
  'not-entitled',
  'cut-off',
  'replaced',
  'mark-gone',
]);
export type LogFlaw = z.infer<typeof LogFlaw>;

export const LogVerdict = z.strictObject({
  entries: z.number().int().nonnegative(),
  /** When the first entry was made; null in an empty log. */
  since: z.string().nullable(),
  /** The newest line that was read. */
  upTo: z.number().int().nonnegative(),
  /** Empty when nothing is wrong. Of each kind the first place, which is null for the whole log. */
  flaws: z.array(
    z.strictObject({
      flaw: LogFlaw,
      position: z.number().int().nonnegative().nullable(),
      times: z.number().int().positive(),
      /** A warning of an earlier sign-in stays found for ever: whether a lead has seen it, and when. */
      seen: z.union([
        z.literal('not-yet'),
        z.literal('cannot-be'),
        z.strictObject({ staff: StaffId, at: z.string() }),
      ]),
    }),
  ),
});
export type LogVerdict = z.infer<typeof LogVerdict>;

/** Whether nothing is wrong with a log but what a lead has seen. */
export function isSound({ flaws }: LogVerdict): boolean {
  return flaws.every(({ seen }) => typeof seen === 'object');
}
