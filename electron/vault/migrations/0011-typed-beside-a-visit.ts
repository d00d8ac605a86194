import type { Migration } from '../migrate.ts';

/**
 * What a member types beside a visit before it is written down: a ground, the next move of a
 * referral, facts for the day somebody is reported missing. One row for each member and thing.
 */
export const typedBesideAVisit: Migration = {
  number: 11,
  up: `
    CREATE TABLE typed_beside (
      case_id TEXT NOT NULL REFERENCES case_file (id),
      staff_id TEXT NOT NULL REFERENCES staff (id),
      about TEXT NOT NULL,
      sealed BLOB NOT NULL,
      PRIMARY KEY (case_id, staff_id, about)
    ) STRICT;
  `,
};
