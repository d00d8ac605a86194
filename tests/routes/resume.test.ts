import { expect, test } from 'vitest';
import type { EncounterId, VisitDraft } from '#core/domain/encounter.ts';
import { armGate, confirmAlone, saveDraft, startEncounter } from '#core/ipc/encounter-channels.ts';
import { previewSheet } from '#core/ipc/sheet-channels.ts';
import { lockVault, unlockVault } from '#core/ipc/vault-channels.ts';
import { inTheTalk, walkEverywhere } from '../core/journey/walk.ts';
import { kindOf, sampleRequest, valueOf } from '../support/vault.ts';
import { call, type Office } from './office.ts';
import { officeWithVisit, personOrder } from './visits.ts';

const { signInName, password } = sampleRequest;

/** What can come between the two at any moment. */
const interruptions: Readonly<Record<string, (office: Office) => Promise<void>>> = {
  async lock(office) {
    valueOf(await call(office, lockVault, null));
    valueOf(await call(office, unlockVault, { signInName, password }));
  },
  async cover(office) {
    office.desk.cover();
    office.desk.uncover();
  },
  async pause(office) {
    valueOf(await call(office, armGate, null));
  },
  async 'another visit'(office) {
    valueOf(await call(office, startEncounter, null));
  },
};

/** A few drafts of every step under every outcome, as a walker through all ways came to them. */
function everyPlace(): readonly VisitDraft[] {
  const places = new Map<string, VisitDraft[]>();
  for (const { draft } of walkEverywhere(inTheTalk).values()) {
    const place = `${draft.step} ${draft.outcome.kind}`;
    places.set(place, [...(places.get(place) ?? []), draft]);
  }
  return [...places.values()].flatMap((drafts) => [
    ...drafts.slice(0, 2),
    ...drafts.slice(2).slice(-2),
  ]);
}

test('whatever interrupts a visit, at any place of any way: the gate is armed, and nothing is lost', async () => {
  // given
  const { office, id } = await officeWithVisit();
  const drafts = everyPlace();
  const ways = Object.entries(interruptions);
  const order = personOrder(id);
  expect(drafts.length).toBeGreaterThan(80);

  for (const [at, draft] of drafts.entries()) {
    const [name, interrupt] = ways[at % ways.length] ?? ways[0] ?? [];
    if (interrupt === undefined) throw new Error('There is a way to interrupt');

    // when something interrupts while the last letter is still on its way to the disk
    const saving = call(office, saveDraft, { id, draft });
    await interrupt(office);

    // then
    expect([name, kindOf(await saving)]).toEqual([name, 'ok']);
    expect([name, kindOf(await call(office, previewSheet, order))]).toEqual([name, 'GateArmed']);
    expect([name, await resumed(office, id)]).toEqual([name, draft]);
  }
}, 300_000);

async function resumed(office: Office, id: EncounterId): Promise<VisitDraft> {
  return valueOf(await call(office, confirmAlone, { id })).draft;
}
