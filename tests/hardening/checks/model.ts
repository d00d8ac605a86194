import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { assert } from '#core/base/assert.ts';
import { type CaseId, CaseId as CaseIdOf, EncounterId } from '#core/domain/encounter.ts';
import { StaffId } from '#core/domain/staff.ts';
import { systemClock } from '../../../electron/platform/system.ts';
import * as access from '../../../electron/vault/access.ts';
import { commit } from '../../../electron/vault/database.ts';
import { addCaseFile } from '../../../electron/vault/repositories/case-file.ts';
import * as encounters from '../../../electron/vault/repositories/encounter.ts';
import type { Vault } from '../../../electron/vault/vault.ts';
import type { Check } from '../check.ts';
import * as sample from '../disk/sample.ts';
import { kindOf } from '../../support/vault.ts';

const stepsInOne = 14;
const clinicians = ['parasol', 'ombrellino', 'brolly'] as const;
type Name = 'lead' | (typeof clinicians)[number];
const everybody: readonly Name[] = ['lead', ...clinicians];
const password = 'pelican-brocade-fourteen-sump';

/** What there should be, kept beside what there is. */
type Model = {
  readonly states: Map<Name, 'active' | 'suspended' | 'removed'>;
  readonly cases: {
    readonly id: CaseId;
    readonly visit: EncounterId;
    readonly opener: Name;
    readonly holders: Set<Name>;
    saves: number;
  }[];
  user: Name;
};
type Case = Model['cases'][number];

export const check: Check = {
  name: 'model',
  atFull: 5_000,
  run: (count) =>
    sample.withScratch(async (scratch) => {
      const { folder, ids } = await prepare(scratch);
      const found = { steps: 0, reads: 0, refusals: 0, kills: 0, removals: 0 };
      let failed = 0;
      for (let tried = 0; tried < count; tried += 1) {
        const here = join(scratch, 'here');
        rmSync(here, { recursive: true, force: true });
        cpSync(folder, here, { recursive: true });
        const seed = Math.floor(Math.random() * 2 ** 31);
        const difference = await runOne(here, ids, randomFrom(seed), found).catch(String);
        if (difference === undefined) continue;
        failed += 1;
        console.error(`sequence of seed ${seed}: ${difference}`);
      }
      return { tried: count, failed, figures: found };
    }, sample.inMemory),
};

type Found = { steps: number; reads: number; refusals: number; kills: number; removals: number };
type Ids = ReadonlyMap<Name, StaffId>;

async function prepare(scratch: string): Promise<{ folder: string; ids: Ids }> {
  const folder = join(scratch, 'prepared');
  const vault = await sample.makeVault(folder);
  const ids = new Map<Name, StaffId>([['lead', sample.sessionOf(vault).member.id]]);
  for (const name of clinicians) {
    const request = { displayName: name, role: 'clinician', signInName: name, password } as const;
    const added = await vault.people.add(request);
    assert(added.ok, 'a member is added');
    ids.set(name, added.value.id);
  }
  vault.lock();
  return { folder, ids };
}

/** @returns the first difference between what there is and what there should be */
async function runOne(
  folder: string,
  ids: Ids,
  random: () => number,
  found: Found,
): Promise<string | undefined> {
  const states = new Map(everybody.map((name) => [name, 'active' as const]));
  const model: Model = { states: new Map(states), cases: [], user: 'lead' };
  let vault = sample.openVault(folder);
  assert(await signIn(vault, 'lead'), 'the lead signs in');
  const done: string[] = [];
  const any = <One>(list: readonly One[]) => list[Math.floor(random() * list.length)];
  const idOf = (name: Name) => StaffId.parse(ids.get(name));

  for (let step = 0; step < stepsInOne; step += 1) {
    found.steps += 1;
    const chance = random();
    const one = any(model.cases);
    const other = any(everybody) ?? 'lead';
    let expected: string;
    let happened: string;
    if (one === undefined || chance < 0.12) {
      [expected, happened] = ['ok', openCase(vault, model)];
    } else if (chance < 0.3) {
      [expected, happened] = [expectedRead(model, one), read(vault, one)];
      found.reads += 1;
    } else if (chance < 0.45) {
      expected = expectedWrite(model, one);
      happened = write(vault, one);
    } else if (chance < 0.58) {
      expected = expectedShare(model, one, other);
      happened = kindOf(access.share(sample.sessionOf(vault), one.id, idOf(other)));
      if (expected === 'ok') one.holders.add(other);
    } else if (chance < 0.68) {
      expected = expectedWithdrawal(model, one, other);
      happened = kindOf(access.withdraw(sample.sessionOf(vault), one.id, idOf(other)));
      if (expected === 'ok') one.holders.delete(other);
    } else if (chance < 0.74) {
      expected = expectedHandOver(model, one, other);
      happened = kindOf(access.handOver(sample.sessionOf(vault), one.id, idOf(other)));
      if (expected === 'ok') one.holders.add(other).delete(model.user);
    } else if (chance < 0.8) {
      const change = random() < 0.5 ? 'suspend' : 'resume';
      expected = expectedChange(model, other, change);
      happened = kindOf(vault.people.change(idOf(other), { kind: change }));
      if (expected === 'ok') model.states.set(other, change === 'suspend' ? 'suspended' : 'active');
    } else if (chance < 0.83) {
      expected = expectedChange(model, other, 'remove');
      happened = kindOf(vault.people.remove(idOf(other)));
      if (expected === 'ok') {
        found.removals += 1;
        model.states.set(other, 'removed');
        for (const { holders } of model.cases) holders.delete(other);
      }
    } else if (chance < 0.9) {
      // As a program that was killed leaves it: no goodbye, and another program opens it.
      sample.sessionOf(vault).database.close();
      vault = sample.openVault(folder);
      found.kills += 1;
      [expected, happened] = ['ok', (await signIn(vault, model.user)) ? 'ok' : 'not let in'];
    } else {
      vault.lock();
      expected = model.states.get(other) === 'active' ? 'ok' : 'not let in';
      happened = (await signIn(vault, other)) ? 'ok' : 'not let in';
      if (happened === 'ok') model.user = other;
      else assert(await signIn(vault, model.user), 'whoever was there comes back');
    }
    if (expected !== 'ok' && !expected.startsWith('save')) found.refusals += 1;
    done.push(`${model.user} ${chance.toFixed(2)} ${other} -> ${happened}`);
    if (happened !== expected) {
      vault.lock();
      return `${done.join('; ')}: expected ${expected}`;
    }
  }
  vault.lock();
  return lookAtAll(folder, model);
}

/** Everybody in turn: whoever may sign in reads exactly what they should, as it was saved last. */
async function lookAtAll(folder: string, model: Model): Promise<string | undefined> {
  for (const name of everybody) {
    const vault = sample.openVault(folder);
    const isIn = await signIn(vault, name);
    if (isIn !== (model.states.get(name) === 'active')) return `${name} is in: ${isIn}`;
    if (!isIn) continue;
    const session = sample.sessionOf(vault);
    const there = [...sample.readSaves(session)]
      .map(([visit, saves]) => `${visit} ${saves}`)
      .toSorted((a, b) => a.localeCompare(b))
      .join();
    const should = model.cases
      .filter(({ holders }) => holders.has(name))
      .map(({ visit, saves }) => `${visit} ${saves}`)
      .toSorted((a, b) => a.localeCompare(b))
      .join();
    vault.lock();
    if (there !== should) return `${name} reads ${there} and should read ${should}`;
  }
  return undefined;
}

async function signIn(vault: Vault, name: Name): Promise<boolean> {
  vault.attempts.forgiveAll();
  const opened = await (name === 'lead'
    ? vault.unlock(sample.signInName, sample.password)
    : vault.unlock(name, password));
  return opened.ok;
}

function openCase(vault: Vault, model: Model): string {
  const session = sample.sessionOf(vault);
  const [id, visit] = [CaseIdOf.parse(sample.ids.next()), EncounterId.parse(sample.ids.next())];
  const startedAt = systemClock.now();
  commit(session.database, () => {
    addCaseFile(session, id, visit, startedAt);
    const listing = { id: visit, caseId: id, state: 'draft', startedAt } as const;
    encounters.addEncounter(session, listing, sample.draftOf(1));
  });
  const holders = new Set<Name>([model.user, 'lead']);
  model.cases.push({ id, visit, opener: model.user, holders, saves: 1 });
  return 'ok';
}

function read(vault: Vault, { visit }: Case): string {
  const encounter = encounters.readEncounter(sample.sessionOf(vault), visit);
  if (encounter === undefined) return 'nothing';
  const isWhole = encounter.draft.alias === sample.draftOf(encounter.version).alias;
  return isWhole ? `save ${encounter.version}` : 'torn';
}

function write(vault: Vault, { visit }: Case): string {
  const session = sample.sessionOf(vault);
  return encounters.readEncounter(session, visit) === undefined
    ? 'nothing'
    : `save ${sample.saveNext(session, visit)}`;
}

function expectedRead({ user }: Model, { holders, saves }: Case): string {
  return holders.has(user) ? `save ${saves}` : 'nothing';
}

function expectedWrite({ user }: Model, one: Case): string {
  if (!one.holders.has(user)) return 'nothing';
  one.saves += 1;
  return `save ${one.saves}`;
}

function expectedShare({ user, states }: Model, { holders }: Case, to: Name): string {
  if (!holders.has(user)) return 'CaseUnknown';
  if (states.get(to) !== 'active') return 'MemberUnknown';
  return holders.has(to) ? 'AlreadySo' : 'ok';
}

function expectedHandOver(model: Model, one: Case, to: Name): string {
  const problem = expectedShare(model, one, to);
  if (problem !== 'ok' && problem !== 'AlreadySo') return problem;
  if (to === model.user) return 'AlreadySo';
  return model.user === 'lead' ? 'LeadReadsAll' : 'ok';
}

function expectedWithdrawal({ user }: Model, { holders, opener }: Case, from: Name): string {
  if (!holders.has(user)) return 'CaseUnknown';
  if (!holders.has(from)) return 'AlreadySo';
  if (from === user) return 'NotAllowed';
  if (from === 'lead') return 'LeadReadsAll';
  return user === 'lead' || user === opener ? 'ok' : 'NotAllowed';
}

function expectedChange(
  { user, states }: Model,
  about: Name,
  change: 'suspend' | 'resume' | 'remove',
): string {
  if (user !== 'lead') return 'NotAllowed';
  const state = states.get(about);
  if (state === 'removed') return 'MemberUnknown';
  if (change === 'resume' && state === 'active') return 'AlreadySo';
  if (about === 'lead') return 'LastLead';
  return change === 'suspend' && state === 'suspended' ? 'AlreadySo' : 'ok';
}

/** The same numbers from the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
