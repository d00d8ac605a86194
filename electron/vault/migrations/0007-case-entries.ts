import type { Migration } from '../migrate.ts';

/**
 * What is added to a case between and after its visits. In clear stand tokens, a date and who
 * added it; what it says is sealed under the key of the case. Entries are only added, in their
 * order; they go only when their case is erased.
 */
export const caseEntries: Migration = {
  number: 7,
  up: `
    CREATE TABLE case_entry (
      position INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      case_id TEXT NOT NULL REFERENCES case_file (id),
      drawer TEXT NOT NULL CHECK (drawer IN ('record', 'restricted', 'persons-and-vehicles')),
      number INTEGER NOT NULL CHECK (number > 0),
      added_at TEXT NOT NULL,
      added_by TEXT NOT NULL REFERENCES staff (id),
      sealed BLOB NOT NULL,
      signature BLOB NOT NULL,
      UNIQUE (case_id, drawer, number)
    ) STRICT;
    CREATE TRIGGER case_entry_comes_next BEFORE INSERT ON case_entry
      WHEN NEW.number <> 1 + coalesce((SELECT max(number) FROM case_entry
        WHERE case_id = NEW.case_id AND drawer = NEW.drawer), 0)
      BEGIN SELECT RAISE(ABORT, 'case entries are added in their order'); END;
    CREATE TRIGGER case_entry_is_never_changed BEFORE UPDATE ON case_entry
      BEGIN SELECT RAISE(ABORT, 'case entries are only ever added'); END;
    CREATE TRIGGER case_entry_is_never_removed BEFORE DELETE ON case_entry
      WHEN OLD.case_id NOT IN (SELECT case_id FROM erased_case)
      BEGIN SELECT RAISE(ABORT, 'case entries are only ever added'); END;
  `,
};
