import { expect, test } from 'vitest';
import type { EncounterId } from '#core/domain/encounter.ts';
import { newOutcome } from '#core/domain/outcome.ts';
import * as cases from '#core/ipc/case-channels.ts';
import * as encounters from '#core/ipc/encounter-channels.ts';
import * as restricted from '#core/ipc/restricted-channels.ts';
import { previewSheet } from '#core/ipc/sheet-channels.ts';
import { lockVault, unlockVault } from '#core/ipc/vault-channels.ts';
import { kindOf, sampleRequest, typedDraft, valueOf } from '../support/vault.ts';
import { call, type Office, openedOffice } from './office.ts';
import { saveAtOnce, personOrder } from './visits.ts';

const { signInName, password } = sampleRequest;

/** What the gate must be after an event, whatever was before. */
type Gate = 'armed' | 'staff-only' | { readonly openFor: EncounterId };
type Place = { readonly office: Office; readonly ids: readonly [EncounterId, EncounterId] };
type Event = (place: Place) => Promise<Gate>;

/** Everything that happens at the desk between the screens that show something of a person. */
const events: Readonly<Record<string, Event>> = {
  async 'alone for the first visit'({ office, ids: [first] }) {
    valueOf(await call(office, encounters.confirmAlone, { id: first }));
    return { openFor: first };
  },
  async 'alone for the second visit'({ office, ids: [, second] }) {
    valueOf(await call(office, encounters.confirmAlone, { id: second }));
    return { openFor: second };
  },
  async 'only staff, for the briefing'({ office }) {
    valueOf(await call(office, cases.confirmStaffOnly, null));
    return 'staff-only';
  },
  async 'the briefing is over'({ office }) {
    valueOf(await call(office, encounters.armGate, null));
    return 'armed';
  },
  async cover({ office }) {
    office.desk.cover();
    office.desk.uncover();
    return 'armed';
  },
  async 'lock and sign in'({ office }) {
    valueOf(await call(office, lockVault, null));
    valueOf(await call(office, unlockVault, { signInName, password }));
    return 'armed';
  },
  async 'a visit is begun'({ office }) {
    valueOf(await call(office, encounters.startEncounter, null));
    return 'armed';
  },
};

/** Everything sensitive, with the gate that it must have. */
async function ask({ office, ids }: Place): Promise<readonly (readonly [string, Gate, string])[]> {
  const [{ caseId } = { caseId: undefined }] = valueOf(
    await call(office, cases.listCases, { after: 0, count: 1 }),
  ).cases;
  if (caseId === undefined) throw new Error('There are cases');
  const ofVisits = ids.map(async (id) => {
    const openFor = { openFor: id };
    return [
      ['what was asked', openFor, kindOf(await call(office, encounters.readAskedBefore, { id }))],
      ['a sheet', openFor, kindOf(await call(office, previewSheet, personOrder(id)))],
    ] as const;
  });
  return [
    ...(await Promise.all(ofVisits)).flat(),
    ['a case', 'staff-only', kindOf(await call(office, cases.readCase, { caseId }))],
    [
      'the search',
      'staff-only',
      kindOf(await call(office, cases.findCases, { words: '', after: 0, count: 10 })),
    ],
    [
      'what is kept apart',
      'staff-only',
      kindOf(await call(office, restricted.readRestricted, { caseId })),
    ],
  ];
}

/** The same numbers on every run. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

test('on a long way through the desk nothing sensitive is handed out under another gate than its own', async () => {
  // given two visits of two cases
  const office = await openedOffice();
  const begin = async () => {
    const { id } = valueOf(await call(office, encounters.startEncounter, null));
    valueOf(await call(office, encounters.confirmAlone, { id }));
    valueOf(await saveAtOnce(office, id, typedDraft({ outcome: newOutcome('declined') })));
    return id;
  };
  const place: Place = { office, ids: [await begin(), await begin()] };
  const next = numbers(7);
  const names = Object.keys(events);
  const pairs = new Set<string>();
  let before = '';
  let asked = 0;

  for (let step = 0; step < 300; step += 1) {
    // when
    const name = names[Math.floor(next() * names.length)] ?? '';
    const gate = await events[name]?.(place);
    pairs.add(`${before} > ${name}`);

    // then
    for (const [what, needs, answer] of await ask(place)) {
      const isOpen = JSON.stringify(gate) === JSON.stringify(needs);
      expect([step, before, name, what, answer]).toEqual([
        step,
        before,
        name,
        what,
        isOpen ? 'ok' : 'GateArmed',
      ]);
      asked += 1;
    }
    before = name;
  }
  // Every event has come after every other.
  expect(pairs.size).toBeGreaterThan(names.length ** 2);
  expect(asked).toBe(2_100);
}, 500_000);
