import type { Migration } from '../migrate.ts';

/** What a place adds to the content: each list as one record, so that none can lose an entry unseen. */
export const addLocalContent: Migration = {
  number: 5,
  up: `
    CREATE TABLE local_content (
      name TEXT PRIMARY KEY,
      content TEXT NOT NULL
    ) STRICT;
  `,
};
