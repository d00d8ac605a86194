import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assert } from '#core/base/assert.ts';
import { CaseId, type EncounterListing } from '#core/domain/encounter.ts';
import type { Check } from '../check.ts';
import {
  type AttackedDesk,
  consentTo,
  openAttackedDesk,
  otherHelper,
  statements,
} from '../disclosure/desk.ts';

/** What is tried through calls, on a visit whose yes was taken back unless it says otherwise. */
const calls: Readonly<
  Record<string, (desk: AttackedDesk, visit: EncounterListing) => Promise<unknown>>
> = {
  'a yes without the explanation': (desk, visit) =>
    desk.ask('consent.record', consentTo(visit, ['alias'], { explanation: null })),
  'a yes dated by the caller': (desk, visit) =>
    desk.ask('consent.record', consentTo(visit, ['alias'], { until: '9999-01-01' })),
  'a yes of a guardian who may be involved': (desk, visit) => {
    const decidedBy = {
      who: 'guardian',
      age: 'under-15',
      capacity: 'presumed',
      mayBeInvolved: 'unsure',
    };
    return desk.ask('consent.record', consentTo(visit, ['alias'], { decidedBy }));
  },
  'a yes for another helper': (desk, visit) =>
    desk.ask('consent.record', consentTo(visit, ['alias'], { recipient: otherHelper })),
  'the call of a window that is no longer the open one': async (desk, visit) => {
    await desk.begin();
    await desk.ask('consent.record', consentTo(visit, ['alias']));
  },
  'a clock put back to when the yes counted': async (desk) => {
    desk.setClock('2031-03-05T09:00:00.000Z');
  },
  'a yes that has run out': async (desk, visit) => {
    await desk.ask('consent.record', consentTo(visit, ['alias']));
    desk.passDays(31);
  },
};

const statementNames = Object.keys(
  statements(CaseId.parse('0198c0de-0000-7000-8000-000000000000')),
);

export const check: Check = {
  name: 'disclosure',
  atFull: 1_000,
  async run(count) {
    const folder = mkdtempSync(join(tmpdir(), 'quietroom-disclosure-'));
    try {
      return await attack(join(folder, 'vault'), count);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

async function attack(folder: string, count: number) {
  const desk = await openAttackedDesk(folder);
  let failed = 0;
  restore(desk);
  await control(desk);
  const names = [...Object.keys(calls), ...statementNames];
  for (let tried = 0; tried < count; tried += 1) {
    const name = names[tried % names.length] ?? '';
    const visit = await desk.begin();
    const isAsked = await desk.ask('consent.record', consentTo(visit, ['alias', 'needs']));
    const isTaken = await desk.ask('consent.record', consentTo(visit, []));
    assert(isAsked && isTaken, 'what is attacked is there');
    const wasPassed = passedOn(desk);
    const call = calls[name];
    if (call !== undefined) await call(desk, visit);
    else inject(desk, statements(visit.caseId)[name] ?? []);
    const isOut = (await desk.comesToPaper(visit)) || passedOn(desk) > wasPassed;
    if (isOut) {
      failed += 1;
      console.error(`Got through: ${name}`);
    }
    restore(desk);
  }
  await control(desk);
  desk.close();
  return { tried: count, failed };
}

/** Shows that the press can be reached at all: with a yes, the sheet comes. */
async function control(desk: AttackedDesk): Promise<void> {
  const visit = await desk.begin();
  assert(await desk.ask('consent.record', consentTo(visit, ['alias'])), 'a yes is recorded');
  assert(await desk.comesToPaper(visit), 'with a yes in force the sheet comes to the press');
}

function inject(desk: AttackedDesk, sql: readonly string[]): void {
  for (const statement of sql) {
    try {
      desk.session().database.exec(statement);
    } catch {
      // Refused by the store: the attack goes on with what is left of it.
    }
  }
}

let guards: ReadonlyMap<string, string> | undefined;

/** Puts back the guards an attack removed, so that each try meets all of them. */
function restore(desk: AttackedDesk): void {
  const { database } = desk.session();
  const rows = database
    .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
    .all([]);
  const now = new Map(rows.map((row) => [String(row['name']), String(row['sql'])]));
  guards ??= now;
  for (const [name, sql] of guards) if (!now.has(name)) database.exec(sql);
}

function passedOn(desk: AttackedDesk): number {
  const { database } = desk.session();
  return Number(database.prepare('SELECT count(*) FROM disclosure', { pluck: true }).get([]));
}
