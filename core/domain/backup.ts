import { z } from 'zod';

/** A backup is a folder of its own. Its name says when and nothing else, and the number puts it in order. */
export const CopyName = z
  .string()
  .regex(/^copy-\d{6}-\d{8}$/)
  .brand<'CopyName'>();
export type CopyName = z.infer<typeof CopyName>;

/** One backup as it lies in the target folder. */
export const BackupCopy = z.strictObject({ name: CopyName, takenAt: z.iso.datetime() });
export type BackupCopy = z.infer<typeof BackupCopy>;

/** How far a backup is, for the screen. `of` and `done` count the tables that are read back. */
export const BackupProgress = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('idle') }),
  z.strictObject({ kind: z.literal('copying') }),
  z.strictObject({ kind: z.literal('checking'), done: z.number(), of: z.number() }),
]);
export type BackupProgress = z.infer<typeof BackupProgress>;

export const backupsKept = { days: 7, weeks: 4 } as const;

/** The name of the copy that follows all those that are there. The day is the clock's, the order is not. */
export function nextCopyName(copies: readonly BackupCopy[], at: string): CopyName {
  const last = Math.max(0, ...copies.map(({ name }) => numberOf(name)));
  const day = at.slice(0, 10).replaceAll('-', '');
  return CopyName.parse(`copy-${String(last + 1).padStart(6, '0')}-${day}`);
}

/**
 * The copies that are no longer needed: all but the newest of each of the last seven days that
 * have one, and of each of the last four weeks that have one.
 *
 * Days and weeks are counted among the copies in the order in which they were made, never
 * against today: a clock that jumped would otherwise throw away every copy at once.
 */
export function copiesToDrop(copies: readonly BackupCopy[]): readonly BackupCopy[] {
  const newestFirst = copies.toSorted((a, b) => numberOf(b.name) - numberOf(a.name));
  const kept = new Set<CopyName>();
  for (const [nameOfSpan, limit] of [
    [dayOf, backupsKept.days],
    [weekOf, backupsKept.weeks],
  ] as const) {
    const spans = new Set<string>();
    for (const copy of newestFirst) {
      const span = nameOfSpan(copy);
      if (spans.size >= limit || spans.has(span)) continue;
      spans.add(span);
      kept.add(copy.name);
    }
  }
  return newestFirst.filter(({ name }) => !kept.has(name));
}

/** The longest a copy made at one moment stays, where a copy is made every day. */
export const backupLastsDays = backupsKept.weeks * 7;

function numberOf(name: CopyName): number {
  return Number(name.slice(5, 11));
}

function dayOf({ takenAt }: BackupCopy): string {
  return takenAt.slice(0, 10);
}

/** The Monday a moment's week begins with. */
function weekOf({ takenAt }: BackupCopy): string {
  const day = new Date(`${takenAt.slice(0, 10)}T00:00:00.000Z`);
  day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7));
  return day.toISOString().slice(0, 10);
}

/** What a restore takes back, as far as it can be counted. */
export const Loss = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('counted'),
    /** Visits that the copy does not have. */
    encounters: z.number().int().nonnegative(),
    consentEntries: z.number().int().nonnegative(),
    /** Saves of visits since the copy was made. */
    saves: z.number().int().nonnegative(),
  }),
  /** The store cannot be read; the mark that is kept outside it knows how many saves it has seen. */
  z.strictObject({ kind: z.literal('marked'), saves: z.number().int().nonnegative() }),
  /** The store cannot be read and the mark has gone with it: nobody can say. */
  z.strictObject({ kind: z.literal('uncountable') }),
]);
export type Loss = z.infer<typeof Loss>;
