import { Consultation } from '#core/domain/consultation.ts';
import type { VaultSession } from '../vault.ts';

/** Inside a transaction. */
export function addConsultation({ database }: VaultSession, consultation: Consultation): void {
  const { answered, ...rest } = consultation;
  database
    .prepare(
      `INSERT INTO anonymous_consultation (id, at, by_staff, asked, answered)
       VALUES (:id, :at, :by, :asked, :answered)`,
    )
    .run({ ...rest, answered: answered ? 1 : 0 });
}

/** Newest first. */
export function listConsultations({ database }: VaultSession): readonly Consultation[] {
  return database
    .prepare(
      `SELECT id, at, by_staff AS "by", asked, answered FROM anonymous_consultation
       ORDER BY at DESC, id DESC`,
    )
    .all([])
    .map((row) => Consultation.parse({ ...row, answered: row['answered'] === 1 }));
}
