import type { Migration } from '../migrate.ts';

/** Sheets that wait for a printer, sealed under the key of their case, and each member's printer. */
export const addPrinting: Migration = {
  number: 6,
  up: `
    CREATE TABLE print_job (
      id TEXT PRIMARY KEY,
      case_id TEXT NOT NULL REFERENCES case_file (id),
      sealed BLOB NOT NULL
    ) STRICT;
    CREATE INDEX print_job_by_case ON print_job (case_id);

    CREATE TABLE print_choice (
      staff_id TEXT PRIMARY KEY REFERENCES staff (id),
      printer TEXT,
      was_told INTEGER NOT NULL CHECK (was_told IN (0, 1))
    ) STRICT;
  `,
};
