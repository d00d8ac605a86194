import type { Migration } from '../migrate.ts';

/**
 * The day on which somebody looks again whether a helper can be found. It stands outside the sealed
 * visit, like the day of the next step of a referral: the list after sign-in shows it and opens nothing.
 */
export const lookAgain: Migration = {
  number: 13,
  up: `
    CREATE TABLE look_again (
      case_id TEXT PRIMARY KEY REFERENCES case_file (id),
      due_on TEXT NOT NULL
    ) STRICT;
  `,
};
