import type { Migration } from '../migrate.ts';

/** When a member wants to be asked again how they are. It says nothing of why. */
export const addDebriefDay: Migration = {
  number: 12,
  up: `
    CREATE TABLE debrief_day (
      staff_id TEXT PRIMARY KEY REFERENCES staff (id),
      ask_on TEXT NOT NULL
    ) STRICT;
  `,
};
