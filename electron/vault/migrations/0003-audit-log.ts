import type { Migration } from '../migrate.ts';

/**
 * The audit log. `body` is what is hashed and signed; what lists and filters need of it is
 * computed from it, so that there is no second truth that could be changed alone.
 */
export const auditLog: Migration = {
  number: 3,
  up: `
    CREATE TABLE audit_entry (
      position INTEGER PRIMARY KEY CHECK (position > 0),
      body TEXT NOT NULL,
      hash BLOB NOT NULL,
      signature BLOB NOT NULL,
      at TEXT GENERATED ALWAYS AS (body ->> '$.at') VIRTUAL,
      staff_id TEXT GENERATED ALWAYS AS (body ->> '$.staff') VIRTUAL,
      kind TEXT GENERATED ALWAYS AS (body ->> '$.event.kind') VIRTUAL,
      case_id TEXT GENERATED ALWAYS AS (body ->> '$.event.caseId') VIRTUAL
    ) STRICT;
    CREATE INDEX audit_entry_by_kind ON audit_entry (kind);
    CREATE INDEX audit_entry_by_case ON audit_entry (case_id) WHERE case_id IS NOT NULL;
    CREATE TRIGGER audit_entry_is_never_changed BEFORE UPDATE ON audit_entry
      BEGIN SELECT RAISE(ABORT, 'audit entries are only ever added'); END;
    CREATE TRIGGER audit_entry_is_never_removed BEFORE DELETE ON audit_entry
      BEGIN SELECT RAISE(ABORT, 'audit entries are only ever added'); END;

    -- The latest version of each record, under one hash that the newest audit entry holds.
    CREATE TABLE record_head (
      record TEXT PRIMARY KEY,
      version INTEGER NOT NULL CHECK (version > 0),
      digest TEXT NOT NULL
    ) STRICT;

    -- What the mark outside the store is authenticated with.
    CREATE TABLE mark_key (
      one INTEGER PRIMARY KEY CHECK (one = 1),
      key BLOB NOT NULL
    ) STRICT;
  `,
};
