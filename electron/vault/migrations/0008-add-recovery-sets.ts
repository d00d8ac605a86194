import type { Migration } from '../migrate.ts';

/** Which recovery sheets count: the public half only. The secret is on paper and nowhere else. */
export const addRecoverySets: Migration = {
  number: 8,
  up: `
    CREATE TABLE recovery_sets (
      one INTEGER PRIMARY KEY CHECK (one = 1),
      sets TEXT NOT NULL
    ) STRICT;
  `,
};
