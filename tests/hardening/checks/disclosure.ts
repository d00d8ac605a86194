import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { allExplained } from '../../../build/bench/consent-request.ts';
import { assert } from '#core/base/assert.ts';
import { ConsentItem } from '#core/domain/consent.ts';
import { CaseId, type EncounterListing } from '#core/domain/encounter.ts';
import { noArrangement } from '#core/domain/referral.ts';
import { plainFormat } from '#core/sheet/paper.ts';
import type { Check } from '../check.ts';
import {
  type AttackedDesk,
  consentTo,
  groundFor,
  helper,
  missingFactsOf,
  openAttackedDesk,
  otherHelper,
  statements,
} from '../disclosure/desk.ts';

/** One decision about one helper is as many entries as there are items. */
const entriesOfOne = ConsentItem.options.length;
/** How many entries a window has seen that knows of the yes and of its being taken back. */
const afterBoth = 2 * entriesOfOne;

/** What is tried through calls, on a visit whose yes was taken back unless it says otherwise. */
const calls: Readonly<
  Record<string, (desk: AttackedDesk, visit: EncounterListing) => Promise<unknown>>
> = {
  'a yes without the explanation': (desk, visit) =>
    desk.ask('consent.record', consentTo(visit, ['alias'], afterBoth, { explanation: null })),
  'a yes to what was not understood': (desk, visit) =>
    desk.ask(
      'consent.record',
      consentTo(visit, ['alias'], afterBoth, {
        explanation: { ...allExplained, doubts: { 'whom-they-tell': 'not-understood' } },
      }),
    ),
  'a yes of which no point was said': (desk, visit) =>
    desk.ask(
      'consent.record',
      consentTo(visit, ['alias'], afterBoth, { explanation: { ...allExplained, points: [] } }),
    ),
  'a yes dated by the caller': (desk, visit) =>
    desk.ask('consent.record', consentTo(visit, ['alias'], afterBoth, { until: '9999-01-01' })),
  'a yes of a guardian who may be involved': (desk, visit) => {
    const decidedBy = {
      who: 'guardian',
      age: 'under-15',
      capacity: 'presumed',
      mayBeInvolved: 'unsure',
    };
    return desk.ask('consent.record', consentTo(visit, ['alias'], afterBoth, { decidedBy }));
  },
  'a yes for another helper': async (desk, visit) => {
    const other = { recipient: otherHelper };
    const isSaid = await desk.ask('consent.record', consentTo(visit, ['alias'], afterBoth, other));
    assert(isSaid, 'another helper may be told');
  },
  'the call of a window that is no longer the open one': async (desk, visit) => {
    await desk.begin();
    await desk.ask('consent.record', consentTo(visit, ['alias'], afterBoth));
  },
  'a clock put back to when the yes counted': async (desk) => {
    desk.setClock('2031-03-05T09:00:00.000Z');
  },
  'a duty with one member alone': async (desk, visit) => {
    const groundId = await groundOf(desk, visit, 'legal-duty');
    await desk.ask('ground.countersign', { id: groundId });
    await useGround(desk, visit, groundId);
  },
  'a duty signed in the store by whoever put it down': async (desk, visit) => {
    const groundId = await groundOf(desk, visit, 'legal-duty');
    inject(desk, [
      'DROP TRIGGER countersignature_is_another_member',
      `INSERT INTO countersignature (ground_id, signed_at, signed_by, signature)
       SELECT id, made_at, made_by, signature FROM ground WHERE id = '${groundId}'`,
    ]);
    await useGround(desk, visit, groundId);
  },
  'a duty called a danger afterwards': async (desk, visit) => {
    const groundId = await groundOf(desk, visit, 'legal-duty');
    inject(desk, [
      'DROP TRIGGER ground_is_never_changed',
      `UPDATE ground SET kind = 'danger-to-life' WHERE id = '${groundId}'`,
    ]);
    await useGround(desk, visit, groundId);
  },
  'a danger of another visit': async (desk, visit) => {
    const groundId = await groundOf(desk, visit, 'danger-to-life');
    await useGround(desk, await desk.begin(), groundId);
  },
  'a danger moved to another visit in the store': async (desk, visit) => {
    const groundId = await groundOf(desk, visit, 'danger-to-life');
    const other = await desk.begin();
    inject(desk, [
      'DROP TRIGGER ground_is_never_changed',
      `UPDATE ground SET case_id = '${other.caseId}' WHERE id = '${groundId}'`,
    ]);
    await useGround(desk, other, groundId);
  },
  'a ground that nobody put down': (desk, visit) => useGround(desk, visit, visit.id),
  'a yes for the day of going missing': async (desk, visit) => {
    assert(await desk.ask('missing.keep', missingFactsOf(visit, afterBoth)), 'the facts are kept');
  },
  'facts for a missing person that were taken back': async (desk, visit) => {
    assert(await desk.ask('missing.keep', missingFactsOf(visit, afterBoth)), 'the facts are kept');
    const no = { encounterId: visit.id, language: 'en', given: { how: 'pointed' } };
    assert(await desk.ask('missing.takeBack', no), 'the facts are taken back');
    await releaseMissing(desk, visit);
  },
  'the call that made the yes, sent again': (desk, visit) =>
    desk.ask('consent.record', consentTo(visit, ['alias', 'needs'], 0)),
  'a yes that was held back until after it was taken back': (desk, visit) =>
    desk.ask('consent.record', consentTo(visit, ['alias'], entriesOfOne)),
  'a yes by a window that claims to have seen more': (desk, visit) =>
    desk.ask('consent.record', consentTo(visit, ['alias'], 3 * entriesOfOne)),
  'the call of a window from before the lock': async (desk) => {
    await desk.lockAndReturn();
  },
  'a hand-over begun before the yes was taken back': async (desk, visit) => {
    assert(await desk.ask('consent.record', consentTo(visit, ['alias'], afterBoth)), 'a yes');
    const prepare = { encounterId: visit.id, recipient: helper };
    const referralId = await desk.idOf('referral.prepare', prepare, 'id');
    const move = (to: string, seenMoves: number) =>
      desk.ask('referral.move', {
        encounterId: visit.id,
        referralId,
        seenMoves,
        to,
        next: '',
        dueAt: null,
        note: '',
        arrangement: { ...noArrangement, areContactsOfExploiters: 'no' },
      });
    assert(await move('first-call', 1), 'the first call is made');
    assert(await desk.ask('consent.record', consentTo(visit, [], 3 * entriesOfOne)), 'a no');
    for (const seen of [2, 3]) await move('handed-over', seen);
  },
  'a yes that has run out': async (desk, visit) => {
    assert(await desk.ask('consent.record', consentTo(visit, ['alias'], afterBoth)), 'a yes');
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
    const isAsked = await desk.ask('consent.record', consentTo(visit, ['alias', 'needs'], 0));
    const isTaken = await desk.ask('consent.record', consentTo(visit, [], entriesOfOne));
    assert(isAsked && isTaken, 'what is attacked is there');
    const wasPassed = passedOn(desk);
    const wasPressed = desk.pressed();
    const call = calls[name];
    if (call !== undefined) await call(desk, visit);
    else inject(desk, statements(visit.caseId)[name] ?? []);
    await desk.comesToPaper(visit);
    const isOut = desk.pressed() > wasPressed || passedOn(desk) > wasPassed;
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

/** Shows that each way out can be gone at all by whoever may. */
async function control(desk: AttackedDesk): Promise<void> {
  const visit = await desk.begin();
  assert(await desk.ask('consent.record', consentTo(visit, ['alias'], 0)), 'a yes is recorded');
  assert(await desk.comesToPaper(visit), 'with a yes in force the sheet comes to the press');
  const danger = await groundOf(desk, visit, 'danger-to-life');
  const before = { passed: passedOn(desk), pressed: desk.pressed() };
  await useGround(desk, visit, danger);
  assert(passedOn(desk) === before.passed + 2, 'what rests on a danger is told and written down');
  assert(desk.pressed() === before.pressed + 1, 'what rests on a danger comes to the press');
  assert(await desk.ask('missing.keep', missingFactsOf(visit, entriesOfOne)), 'the facts are kept');
  assert(await releaseMissing(desk, visit), 'with a yes a report releases the facts');
}

async function groundOf(
  desk: AttackedDesk,
  visit: EncounterListing,
  kind: 'legal-duty' | 'danger-to-life',
): Promise<string> {
  const id = await desk.idOf('ground.record', groundFor(visit, kind), 'id');
  assert(id !== undefined, 'the ground is put down');
  return id;
}

/** Both ways on which something leaves on a ground: told on the telephone, and printed. */
async function useGround(
  desk: AttackedDesk,
  { id: encounterId }: EncounterListing,
  groundId: string,
): Promise<void> {
  await desk.ask('ground.passOn', { encounterId, groundId });
  const order = { kind: 'ground', encounterId, groundId, language: 'en', format: plainFormat };
  await desk.ask('sheet.print', order);
}

/** Whether a report that the person is missing brings the facts to the press. */
async function releaseMissing(desk: AttackedDesk, { caseId }: EncounterListing): Promise<boolean> {
  desk.staffOnly();
  const report = { caseId, report: 'A sister called.', reason: 'Not seen for two days.' };
  const groundId = await desk.idOf('missing.report', report, 'groundId');
  if (groundId === undefined) return false;
  const order = { kind: 'missing-person', groundId, language: 'en', format: plainFormat };
  return desk.ask('sheet.print', order);
}

function inject(desk: AttackedDesk, sql: readonly string[]): void {
  for (const text of sql) {
    // A name that is not in the store fails here: it would be refused without any guard.
    const statement = desk.session().database.prepare(text);
    try {
      statement.run([]);
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
