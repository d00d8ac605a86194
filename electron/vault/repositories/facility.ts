import { Facility } from '#core/domain/facility.ts';
import { checkVersion, keepVersion } from '../audit-log.ts';
import type { Database } from '../database.ts';

const record = 'facility';

export function readFacility(database: Database): Facility {
  const row = database.prepare('SELECT settings FROM facility').get([]);
  const settings = String(row?.['settings']);
  checkVersion({ database }, record, settings);
  return Facility.parse(JSON.parse(settings));
}

export function writeFacility(database: Database, facility: Facility): void {
  const settings = JSON.stringify(facility);
  database
    .prepare(
      `INSERT INTO facility (one, settings) VALUES (1, :settings)
       ON CONFLICT DO UPDATE SET settings = :settings`,
    )
    .run({ settings });
  keepVersion({ database }, record, settings);
}
