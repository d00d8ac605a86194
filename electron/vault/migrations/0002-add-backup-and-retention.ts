import type { Migration } from '../migrate.ts';

/** Where copies go, how long records stay, and what was decided about those that are due. */
export const addBackupAndRetention: Migration = {
  number: 2,
  up: `
    CREATE TABLE backup_target (
      one INTEGER PRIMARY KEY CHECK (one = 1),
      folder TEXT NOT NULL,
      chosen_at TEXT NOT NULL
    ) STRICT;

    CREATE TABLE retention_rule (
      kind TEXT PRIMARY KEY,
      days INTEGER NOT NULL CHECK (days > 0)
    ) STRICT;

    CREATE TABLE erasure_hold (
      case_id TEXT PRIMARY KEY REFERENCES case_file (id),
      until TEXT NOT NULL,
      reason TEXT NOT NULL,
      decided_by TEXT NOT NULL REFERENCES staff (id),
      decided_at TEXT NOT NULL
    ) STRICT;

    CREATE TABLE erasure (
      pseudonym TEXT PRIMARY KEY,
      erased_at TEXT NOT NULL,
      erased_by TEXT NOT NULL REFERENCES staff (id),
      in_copies_until TEXT
    ) STRICT;
  `,
};
