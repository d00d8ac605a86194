import type { Migration } from '../migrate.ts';

/**
 * The consent ledger and what grows from it. In clear stand tokens, states and dates; the rest
 * is sealed under the key of the case. The rules that must hold whoever writes stand here once
 * more as triggers: entries are only added, in their order, and nothing is passed on that no
 * yes in force covers.
 *
 * Rows of a case go only after it is named in `erased_case`. Nothing leads back from there: its
 * key cannot be granted again, so nobody removes a withdrawal and goes on.
 *
 * Entries of the first layout have neither a signature nor what was explained. They are kept
 * and open nothing: the person is asked again.
 */
export const consentAndReferral: Migration = {
  number: 4,
  up: `
    ALTER TABLE consent_entry RENAME TO early_consent_entry;
    DROP INDEX consent_entry_by_case;
    DROP TRIGGER consent_entry_is_never_changed;
    CREATE TRIGGER early_consent_entry_is_never_changed BEFORE UPDATE ON early_consent_entry
      BEGIN SELECT RAISE(ABORT, 'consent entries are only ever added'); END;

    CREATE TABLE erased_case (
      case_id TEXT PRIMARY KEY,
      erased_at TEXT NOT NULL
    ) STRICT;
    CREATE TRIGGER erased_case_is_never_changed BEFORE UPDATE ON erased_case
      BEGIN SELECT RAISE(ABORT, 'a case stays erased'); END;
    CREATE TRIGGER erased_case_is_never_removed BEFORE DELETE ON erased_case
      BEGIN SELECT RAISE(ABORT, 'a case stays erased'); END;
    CREATE TRIGGER erased_case_has_no_key BEFORE INSERT ON case_grant
      WHEN NEW.case_id IN (SELECT case_id FROM erased_case)
      BEGIN SELECT RAISE(ABORT, 'a case stays erased'); END;

    CREATE TABLE consent_entry (
      position INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      case_id TEXT NOT NULL REFERENCES case_file (id),
      number INTEGER NOT NULL CHECK (number > 0),
      previous TEXT NOT NULL,
      token TEXT NOT NULL,
      decision TEXT NOT NULL CHECK (decision IN ('yes', 'no', 'not-asked')),
      starts_at TEXT NOT NULL,
      until TEXT NOT NULL,
      recorded_at TEXT NOT NULL,
      recorded_by TEXT NOT NULL REFERENCES staff (id),
      sealed BLOB NOT NULL,
      signature BLOB NOT NULL,
      UNIQUE (case_id, number)
    ) STRICT;
    CREATE INDEX consent_entry_by_token ON consent_entry (case_id, token, number);
    CREATE TRIGGER consent_entry_comes_next BEFORE INSERT ON consent_entry
      WHEN NEW.number <> 1 + coalesce(
        (SELECT max(number) FROM consent_entry WHERE case_id = NEW.case_id), 0)
      OR NEW.recorded_at < coalesce((SELECT max(recorded_at) FROM consent_entry), '')
      BEGIN SELECT RAISE(ABORT, 'consent entries are added in their order'); END;
    CREATE TRIGGER consent_entry_is_never_changed BEFORE UPDATE ON consent_entry
      BEGIN SELECT RAISE(ABORT, 'consent entries are only ever added'); END;
    CREATE TRIGGER consent_entry_is_never_removed BEFORE DELETE ON consent_entry
      WHEN OLD.case_id NOT IN (SELECT case_id FROM erased_case)
      BEGIN SELECT RAISE(ABORT, 'consent entries are only ever added'); END;

    CREATE TABLE ground (
      position INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      case_id TEXT NOT NULL REFERENCES case_file (id),
      kind TEXT NOT NULL
        CHECK (kind IN ('danger-to-life', 'child', 'legal-duty', 'reported-missing')),
      tokens TEXT NOT NULL CHECK (json_valid(tokens)),
      made_at TEXT NOT NULL,
      made_by TEXT NOT NULL REFERENCES staff (id),
      sealed BLOB NOT NULL,
      signature BLOB NOT NULL
    ) STRICT;
    CREATE TRIGGER ground_is_never_changed BEFORE UPDATE ON ground
      BEGIN SELECT RAISE(ABORT, 'grounds are only ever added'); END;
    CREATE TRIGGER ground_is_never_removed BEFORE DELETE ON ground
      WHEN OLD.case_id NOT IN (SELECT case_id FROM erased_case)
      BEGIN SELECT RAISE(ABORT, 'grounds are only ever added'); END;

    CREATE TABLE countersignature (
      ground_id TEXT PRIMARY KEY REFERENCES ground (id),
      signed_at TEXT NOT NULL,
      signed_by TEXT NOT NULL REFERENCES staff (id),
      signature BLOB NOT NULL
    ) STRICT;
    CREATE TRIGGER countersignature_is_another_member BEFORE INSERT ON countersignature
      WHEN NEW.signed_by = (SELECT made_by FROM ground WHERE id = NEW.ground_id)
      BEGIN SELECT RAISE(ABORT, 'another member countersigns'); END;
    CREATE TRIGGER countersignature_is_never_changed BEFORE UPDATE ON countersignature
      BEGIN SELECT RAISE(ABORT, 'countersignatures are only ever added'); END;
    CREATE TRIGGER countersignature_is_never_removed BEFORE DELETE ON countersignature
      WHEN (SELECT case_id FROM ground WHERE id = OLD.ground_id)
        NOT IN (SELECT case_id FROM erased_case)
      BEGIN SELECT RAISE(ABORT, 'countersignatures are only ever added'); END;

    CREATE TABLE disclosure (
      position INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      case_id TEXT NOT NULL REFERENCES case_file (id),
      kind TEXT NOT NULL CHECK (kind IN ('sheet', 'call-script', 'export', 'missing-facts')),
      ground_id TEXT REFERENCES ground (id),
      tokens TEXT NOT NULL CHECK (json_valid(tokens) AND json_array_length(tokens) > 0),
      issued_at TEXT NOT NULL,
      issued_by TEXT NOT NULL REFERENCES staff (id),
      sealed BLOB NOT NULL,
      signature BLOB NOT NULL
    ) STRICT;
    CREATE INDEX disclosure_by_case ON disclosure (case_id);
    CREATE TRIGGER disclosure_is_not_dated_back BEFORE INSERT ON disclosure
      WHEN NEW.issued_at < coalesce((SELECT max(issued_at) FROM disclosure), '')
      OR NEW.issued_at < coalesce((SELECT max(recorded_at) FROM consent_entry), '')
      BEGIN SELECT RAISE(ABORT, 'a disclosure is dated after all that came before it'); END;
    CREATE TRIGGER disclosure_needs_every_yes BEFORE INSERT ON disclosure
      WHEN (NEW.ground_id IS NULL OR NEW.kind = 'missing-facts') AND EXISTS (
        SELECT 1 FROM json_each(NEW.tokens) AS wanted WHERE NOT EXISTS (
          SELECT 1 FROM consent_entry AS entry
          WHERE entry.case_id = NEW.case_id AND entry.token = wanted.value
          AND entry.number = (SELECT max(number) FROM consent_entry AS later
            WHERE later.case_id = NEW.case_id AND later.token = wanted.value)
          AND entry.decision = 'yes'
          AND entry.starts_at <= NEW.issued_at AND NEW.issued_at < entry.until))
      BEGIN SELECT RAISE(ABORT, 'every item needs a yes in force'); END;
    CREATE TRIGGER disclosure_needs_its_ground BEFORE INSERT ON disclosure
      WHEN NEW.ground_id IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM ground WHERE id = NEW.ground_id AND case_id = NEW.case_id
        AND (kind = 'reported-missing') = (NEW.kind = 'missing-facts')
        AND (kind <> 'legal-duty' OR EXISTS (
          SELECT 1 FROM countersignature WHERE ground_id = NEW.ground_id))
        AND NOT EXISTS (SELECT 1 FROM json_each(NEW.tokens) AS wanted
          WHERE wanted.value NOT IN (SELECT value FROM json_each(ground.tokens))))
      BEGIN SELECT RAISE(ABORT, 'nothing is passed on beyond its ground'); END;
    CREATE TRIGGER missing_facts_need_a_report BEFORE INSERT ON disclosure
      WHEN NEW.kind = 'missing-facts' AND NEW.ground_id IS NULL
      BEGIN SELECT RAISE(ABORT, 'kept for the day somebody reports the person missing'); END;
    CREATE TRIGGER disclosure_is_never_changed BEFORE UPDATE ON disclosure
      BEGIN SELECT RAISE(ABORT, 'disclosures are only ever added'); END;
    CREATE TRIGGER disclosure_is_never_removed BEFORE DELETE ON disclosure
      WHEN OLD.case_id NOT IN (SELECT case_id FROM erased_case)
      BEGIN SELECT RAISE(ABORT, 'disclosures are only ever added'); END;

    CREATE TABLE referral (
      id TEXT PRIMARY KEY,
      case_id TEXT NOT NULL REFERENCES case_file (id),
      encounter_id TEXT NOT NULL REFERENCES encounter (id),
      sealed BLOB NOT NULL
    ) STRICT;
    CREATE INDEX referral_by_case ON referral (case_id);
    CREATE TABLE referral_allowed_move (
      from_state TEXT NOT NULL, to_state TEXT NOT NULL, PRIMARY KEY (from_state, to_state)
    ) STRICT;
    INSERT INTO referral_allowed_move (from_state, to_state) VALUES
      ('prepared', 'first-call'),
      ('first-call', 'handed-over'), ('first-call', 'refused-by-agency'), ('first-call', 'waiting'),
      ('handed-over', 'accepted'), ('handed-over', 'refused-by-agency'), ('handed-over', 'waiting'),
      ('waiting', 'handed-over'), ('waiting', 'accepted'), ('waiting', 'refused-by-agency'),
      ('accepted', 'arrived'), ('accepted', 'waiting'), ('accepted', 'refused-by-agency'),
      ('arrived', 'completed'),
      ('prepared', 'stopped'), ('first-call', 'stopped'), ('handed-over', 'stopped'),
      ('waiting', 'stopped'), ('accepted', 'stopped'), ('arrived', 'stopped'),
      ('prepared', 'lapsed'), ('first-call', 'lapsed'), ('handed-over', 'lapsed'),
      ('waiting', 'lapsed'), ('accepted', 'lapsed'), ('arrived', 'lapsed');
    CREATE TABLE referral_move (
      position INTEGER PRIMARY KEY,
      referral_id TEXT NOT NULL REFERENCES referral (id),
      number INTEGER NOT NULL CHECK (number > 0),
      state TEXT NOT NULL,
      at TEXT NOT NULL,
      by_staff TEXT NOT NULL REFERENCES staff (id),
      due_at TEXT,
      sealed BLOB NOT NULL,
      signature BLOB NOT NULL,
      UNIQUE (referral_id, number)
    ) STRICT;
    CREATE TRIGGER referral_begins_prepared BEFORE INSERT ON referral_move
      WHEN NEW.number = 1 AND NEW.state <> 'prepared'
      BEGIN SELECT RAISE(ABORT, 'a referral begins prepared'); END;
    CREATE TRIGGER referral_moves_as_allowed BEFORE INSERT ON referral_move
      WHEN NEW.number > 1 AND NOT EXISTS (
        SELECT 1 FROM referral_move AS last
        JOIN referral_allowed_move ON from_state = last.state AND to_state = NEW.state
        WHERE last.referral_id = NEW.referral_id AND last.number = NEW.number - 1)
      BEGIN SELECT RAISE(ABORT, 'no such move of a referral'); END;
    CREATE TRIGGER referral_move_is_never_changed BEFORE UPDATE ON referral_move
      BEGIN SELECT RAISE(ABORT, 'moves are only ever added'); END;
    CREATE TRIGGER referral_move_is_never_removed BEFORE DELETE ON referral_move
      WHEN (SELECT case_id FROM referral WHERE id = OLD.referral_id)
        NOT IN (SELECT case_id FROM erased_case)
      BEGIN SELECT RAISE(ABORT, 'moves are only ever added'); END;

    CREATE TABLE missing_facts (
      case_id TEXT PRIMARY KEY REFERENCES case_file (id),
      version INTEGER NOT NULL CHECK (version > 0),
      sealed BLOB NOT NULL
    ) STRICT;

    CREATE TABLE anonymous_consultation (
      id TEXT PRIMARY KEY,
      at TEXT NOT NULL,
      by_staff TEXT NOT NULL REFERENCES staff (id),
      asked TEXT NOT NULL,
      answered INTEGER NOT NULL CHECK (answered IN (0, 1))
    ) STRICT;
  `,
};
