import type { Migration } from '../migrate.ts';

/**
 * What the store needs to see stands in clear inside the encrypted file: tokens, states and
 * dates. What says something about a person is sealed once more under the key of the case.
 */
export const initial: Migration = {
  number: 1,
  up: `
    CREATE TABLE vault (
      one INTEGER PRIMARY KEY CHECK (one = 1),
      vault_id TEXT NOT NULL,
      created_at TEXT NOT NULL
    ) STRICT;

    CREATE TABLE facility (
      one INTEGER PRIMARY KEY CHECK (one = 1),
      settings TEXT NOT NULL CHECK (json_valid(settings))
    ) STRICT;

    CREATE TABLE staff (
      id TEXT PRIMARY KEY,
      display_name TEXT NOT NULL,
      role TEXT NOT NULL CHECK (role IN ('safeguarding-lead', 'clinician', 'administrator')),
      box_public BLOB NOT NULL,
      sign_public BLOB NOT NULL,
      added_at TEXT NOT NULL
    ) STRICT;

    CREATE TABLE case_file (
      id TEXT PRIMARY KEY,
      opened_at TEXT NOT NULL,
      opened_by TEXT NOT NULL REFERENCES staff (id)
    ) STRICT;

    CREATE TABLE case_grant (
      case_id TEXT NOT NULL REFERENCES case_file (id),
      staff_id TEXT NOT NULL REFERENCES staff (id),
      sealed_key BLOB NOT NULL,
      granted_at TEXT NOT NULL,
      granted_by TEXT NOT NULL REFERENCES staff (id),
      signature BLOB NOT NULL,
      PRIMARY KEY (case_id, staff_id)
    ) STRICT;

    CREATE TABLE encounter (
      id TEXT PRIMARY KEY,
      case_id TEXT NOT NULL REFERENCES case_file (id),
      state TEXT NOT NULL CHECK (state IN ('draft', 'closed')),
      version INTEGER NOT NULL CHECK (version > 0),
      started_at TEXT NOT NULL,
      sealed_draft BLOB NOT NULL
    ) STRICT;
    CREATE INDEX encounter_by_case ON encounter (case_id);

    CREATE TABLE consent_entry (
      position INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      case_id TEXT NOT NULL REFERENCES case_file (id),
      recipient TEXT NOT NULL,
      item TEXT NOT NULL,
      decision TEXT NOT NULL CHECK (decision IN ('yes', 'no')),
      language TEXT NOT NULL,
      decided_at TEXT NOT NULL,
      until TEXT NOT NULL,
      recorded_by TEXT NOT NULL REFERENCES staff (id)
    ) STRICT;
    CREATE INDEX consent_entry_by_case ON consent_entry (case_id);
    CREATE TRIGGER consent_entry_is_never_changed BEFORE UPDATE ON consent_entry
      BEGIN SELECT RAISE(ABORT, 'consent entries are only ever added'); END;
  `,
};
