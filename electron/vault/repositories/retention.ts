import type { Instant } from '#core/base/capabilities.ts';
import { CaseId } from '#core/domain/encounter.ts';
import {
  type CaseDates,
  firstRules,
  type HoldReason,
  RetentionRules,
} from '#core/domain/retention.ts';
import type { Database } from '../database.ts';
import type { VaultSession } from '../vault.ts';

/** The periods of this place; where it has set none, the long ones that every place begins with. */
export function readRetentionRules(database: Database): RetentionRules {
  const rows = database.prepare('SELECT kind, days FROM retention_rule').all([]);
  const set = Object.fromEntries(rows.map(({ kind, days }) => [String(kind), days]));
  return RetentionRules.parse({ ...firstRules, ...set });
}

export function writeRetentionRules(database: Database, rules: RetentionRules): void {
  for (const [kind, days] of Object.entries(rules)) {
    database
      .prepare(
        `INSERT INTO retention_rule (kind, days) VALUES (:kind, :days)
         ON CONFLICT DO UPDATE SET days = :days`,
      )
      .run({ kind, days });
  }
}

/** Every case with a visit, by its dates alone: none of them is opened for this. */
export function readCaseDates(database: Database): readonly CaseDates[] {
  return database
    .prepare(
      `SELECT c.id,
         max(CASE WHEN e.state = 'closed' THEN e.started_at END) AS lastClosed,
         max(CASE WHEN e.state <> 'closed' THEN e.started_at END) AS lastOpen,
         (SELECT max(until) FROM consent_entry WHERE case_id = c.id) AS consent,
         (SELECT until FROM erasure_hold WHERE case_id = c.id) AS held
       FROM case_file c JOIN encounter e ON e.case_id = c.id GROUP BY c.id`,
    )
    .all([])
    .map((row) => ({
      id: CaseId.parse(row['id']),
      lastClosedAt: textOf(row['lastClosed']),
      lastOpenAt: textOf(row['lastOpen']),
      lastConsentUntil: textOf(row['consent']),
      heldUntil: textOf(row['held']),
    }));
}

export function writeHold(
  { database, member }: VaultSession,
  hold: {
    readonly caseId: CaseId;
    readonly until: Instant;
    readonly reason: HoldReason;
    readonly at: Instant;
  },
): void {
  database
    .prepare(
      `INSERT INTO erasure_hold (case_id, until, reason, decided_by, decided_at)
       VALUES (:caseId, :until, :reason, :by, :at)
       ON CONFLICT DO UPDATE SET until = :until, reason = :reason, decided_by = :by, decided_at = :at`,
    )
    .run({ ...hold, by: member.id });
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
