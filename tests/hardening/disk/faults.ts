import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { assert } from '#core/base/assert.ts';
import type { EncounterId } from '#core/domain/encounter.ts';
import { createLog } from '../../../electron/platform/log.ts';
import { systemClock } from '../../../electron/platform/system.ts';
import { createBackupKeeper } from '../../../electron/routes/backup-keeper.ts';
import { backupRoutes } from '../../../electron/routes/backup-routes.ts';
import { createDesk } from '../../../electron/routes/desk.ts';
import { createPackKeeper } from '../../../electron/routes/pack-keeper.ts';
import { encounterRoutes } from '../../../electron/routes/encounter-routes.ts';
import { restoreRoutes } from '../../../electron/routes/restore-routes.ts';
import { createDispatch } from '../../../electron/routes/serve.ts';
import { listCopies } from '../../../electron/vault/copies.ts';
import { arm, countChanges } from './fault.ts';
import { provenSheets } from '../../../build/bench/recovery-sheets.ts';
import * as sample from './sample.ts';

// Every point at which something is written, made to fail in every way, through the routes that
// the pages call.

const ways = {
  'input or output error': '5:@:0',
  'disk full': '28:@:1',
  'read-only': '30:@:1',
} as const;

const Reply = z.union([
  z.object({ ok: z.literal(true) }),
  z.object({ ok: z.literal(false), error: z.looseObject({ kind: z.string() }) }),
]);

const vaultIn = (scratch: string) => join(scratch, 'profile', 'vault');

type Desk = ReturnType<typeof openDesk>;

function openDesk(scratch: string) {
  const folder = vaultIn(scratch);
  const vault = sample.openVault(folder);
  const noPack = () => {
    throw new Error('No pack is needed here');
  };
  const desk = createDesk(vault, createPackKeeper(noPack), systemClock, sample.ids);
  const keeper = createBackupKeeper(desk, folder);
  const routes = [
    ...encounterRoutes(desk),
    ...backupRoutes(desk, keeper, folder),
    ...restoreRoutes(desk, folder, () => {}),
  ];
  const log = createLog(() => {});
  const dispatch = createDispatch(routes, () => vault.state().kind === 'open', log);
  const ask = async (channel: string, request: unknown) =>
    Reply.parse(await dispatch('desk', { channel, request }));
  return { desk, vault, ask, scratch };
}

/** What somebody does while the disk fails. Each is asked of a fresh copy of the same vault. */
const deeds: Readonly<Record<string, (open: Desk, id: EncounterId) => Promise<unknown>>> = {
  'start a visit': (open) => open.ask('encounter.start', null),
  async save(open, id) {
    const answer = open.ask('encounter.saveDraft', { id, draft: sample.draftOf(4) });
    open.desk.drafts.flush();
    return answer;
  },
  'close a visit': (open, id) => open.ask('encounter.close', { id }),
  'choose a target': (open) =>
    open.ask('backup.chooseTarget', { folder: join(open.scratch, 'stick') }),
  'make a backup': (open) => open.ask('backup.make', null),
  async 'go back to a copy'(open) {
    const folder = join(open.scratch, 'stick');
    const [copy] = listCopies(folder);
    const { signInName, password } = sample;
    const look = await open.ask('restore.inspect', {
      folder,
      name: copy?.name,
      signInName,
      password,
    });
    return look.ok ? open.ask('restore.goBack', null) : look;
  },
  'sign in': async (open) => {
    open.vault.lock();
    return open.vault.unlock(sample.signInName, sample.password);
  },
};

/** @param say gets a line for each try: `tried DEED WAY POINT OUTCOME` */
export async function tryFaults(scratch: string, share: number, say: (line: string) => void) {
  arm('0:0:0');
  const model = join(scratch, 'model');
  mkdirSync(join(model, 'stick'), { recursive: true });
  const id = await prepare(model);
  for (const [name, deed] of Object.entries(deeds)) {
    const points = await pointsOf(model, scratch, deed, id);
    assert(name === 'sign in' || points > 0, `${name} writes something`);
    for (const [way, words] of Object.entries(ways)) {
      for (let point = 1; point <= points; point += 1) {
        if ((point * 100) % Math.max(100, Math.round(10_000 / share)) >= 100) continue;
        const outcome = await tryOne(model, scratch, deed, id, words.replace('@', String(point)));
        say(`tried ${name}, ${way}, point ${point} of ${points}: ${outcome}`);
      }
    }
  }
}

async function prepare(model: string): Promise<EncounterId> {
  (await sample.makeVault(vaultIn(model))).lock();
  const open = openDesk(model);
  const session = await sample.unlock(open.vault);
  await provenSheets(session, vaultIn(model));
  const id = sample.beginVisit(session);
  sample.saveNext(session, id);
  const chosen = await open.ask('backup.chooseTarget', { folder: join(model, 'stick') });
  assert(chosen.ok, 'the target is good');
  assert((await open.ask('backup.make', null)).ok, 'a backup is made');
  sample.saveNext(session, id);
  open.vault.lock();
  return id;
}

type Deed = (open: Desk, id: EncounterId) => Promise<unknown>;

async function pointsOf(model: string, scratch: string, deed: Deed, id: EncounterId) {
  const open = await openCopy(model, scratch, id);
  arm('0:0:0');
  await deed(open, id);
  const points = countChanges();
  open.vault.lock();
  return points;
}

async function openCopy(model: string, scratch: string, id: EncounterId): Promise<Desk> {
  const copy = join(scratch, 'copy');
  rmSync(copy, { recursive: true, force: true });
  cpSync(model, copy, { recursive: true });
  const open = openDesk(copy);
  await sample.unlock(open.vault);
  const target = await open.ask('backup.chooseTarget', { folder: join(copy, 'stick') });
  assert(target.ok, 'the target is good');
  assert((await open.ask('encounter.confirmAlone', { id })).ok, 'the visit is there');
  return open;
}

async function tryOne(model: string, scratch: string, deed: Deed, id: EncounterId, fault: string) {
  const open = await openCopy(model, scratch, id);
  arm(fault);
  let answer: string;
  try {
    const reply = Reply.parse(await deed(open, id));
    answer = reply.ok ? 'ok' : reply.error.kind;
  } catch (error) {
    answer = `FAILED: thrown ${String(error)}`;
  }
  arm('0:0:0');
  open.vault.lock();
  return `${answer}, ${await judge(open, id, deed === deeds['save'] && answer === 'ok', deed)}`;
}

/** What is there once the disk works again: everything promised before, or the copy gone back to. */
async function judge(open: Desk, id: EncounterId, isSaved: boolean, deed: Deed): Promise<string> {
  const vault = sample.openVault(vaultIn(open.scratch));
  const opened = await vault.unlock(sample.signInName, sample.password);
  if (!opened.ok) return `FAILED: does not open, ${opened.error.kind}`;
  const saves = sample.readSaves(sample.sessionOf(vault)).get(id);
  vault.lock();
  const least = isSaved ? 4 : 3;
  const isBack = deed === deeds['go back to a copy'] && saves === 2;
  if (saves === undefined || saves === 'torn') return `FAILED: ${saves ?? 'gone'}`;
  if (saves < least && !isBack) return `FAILED: lost, at ${saves}`;
  return listCopies(join(open.scratch, 'stick')).length > 0 ? 'kept' : 'FAILED: no copy left';
}
