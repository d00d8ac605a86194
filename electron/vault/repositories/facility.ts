import { Facility } from '#core/domain/facility.ts';
import type { Database } from '../database.ts';

export function readFacility(database: Database): Facility {
  const row = database.prepare('SELECT settings FROM facility').get([]);
  return Facility.parse(JSON.parse(String(row?.['settings'])));
}

export function writeFacility(database: Database, facility: Facility): void {
  database
    .prepare(
      `INSERT INTO facility (one, settings) VALUES (1, :settings)
       ON CONFLICT DO UPDATE SET settings = :settings`,
    )
    .run({ settings: JSON.stringify(facility) });
}
