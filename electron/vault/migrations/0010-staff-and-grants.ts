import type { Migration } from '../migrate.ts';

/** Many members. A removed one keeps a row: what they did stands under a name. */
export const staffAndGrants: Migration = {
  number: 10,
  up: `
    ALTER TABLE staff ADD COLUMN state TEXT NOT NULL DEFAULT 'active'
      CHECK (state IN ('active', 'suspended', 'removed'));
    -- What a member says of their own keys, signed by the key that the audit log introduced.
    ALTER TABLE staff ADD COLUMN key_signature BLOB;
    -- The slot of a member while they are suspended: it is then in no slot file.
    ALTER TABLE staff ADD COLUMN kept_slot TEXT CHECK (kept_slot IS NULL OR json_valid(kept_slot));

    -- What a member may open, without looking at what others may.
    CREATE INDEX case_grant_by_staff ON case_grant (staff_id);

    -- Cases whose key is due for a change, because somebody who held it no longer may.
    CREATE TABLE case_key_due (
      case_id TEXT PRIMARY KEY REFERENCES case_file (id),
      since TEXT NOT NULL
    ) STRICT;
  `,
};
