import type { Migration } from '../migrate.ts';

/** What colleagues tell the lead and themselves. No row says anything about a person or a case. */
export const addColleagueNotes: Migration = {
  number: 9,
  up: `
    CREATE TABLE note_for_lead (
      id TEXT PRIMARY KEY,
      kind TEXT NOT NULL CHECK (kind IN ('could-not-be-alone', 'wants-to-talk')),
      raised_at TEXT NOT NULL,
      raised_by TEXT NOT NULL REFERENCES staff (id),
      seen_at TEXT,
      seen_by TEXT REFERENCES staff (id)
    ) STRICT;

    CREATE TABLE own_note (
      id TEXT PRIMARY KEY,
      staff_id TEXT NOT NULL REFERENCES staff (id),
      written_at TEXT NOT NULL,
      sealed BLOB NOT NULL
    ) STRICT;
    CREATE INDEX own_note_by_member ON own_note (staff_id);
  `,
};
