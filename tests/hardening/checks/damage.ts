import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { assert } from '#core/base/assert.ts';
import { systemClock } from '../../../electron/platform/system.ts';
import { takeBackup } from '../../../electron/vault/backup.ts';
import { listCopies } from '../../../electron/vault/copies.ts';
import { stageRestore } from '../../../electron/vault/restore.ts';
import type { Check } from '../check.ts';
import * as sample from '../disk/sample.ts';

/** What a bad sector, a careless hand or a hostile one does to a file. */
const damages = ['a bit', 'cut', 'zeroed', 'deleted', 'an older one'] as const;
const files = ['records.db', 'records.db-wal', 'access-a.json', 'access-b.json'] as const;
/** Both copies of the slot file at once, and a backup's files. */
const targets = [
  ...files.map((file) => [`vault/${file}`]),
  ['vault/access-a.json', 'vault/access-b.json'],
  ['vault/mark-a.json'],
  ['vault/mark-a.json', 'vault/mark-b.json'],
  ['copy/records.db'],
  ['copy/access-a.json', 'copy/access-b.json'],
  ['copy/about.json'],
];

type Outcome = 'refused' | 'whole' | 'said to be older' | 'wrong rows' | 'silent loss' | 'crash';

export const check: Check = {
  name: 'damage',
  atFull: 2_000,
  run: (count) =>
    sample.withScratch(async (scratch) => {
      const truth = await prepare(scratch);
      const found = new Map<Outcome, number>();
      let tried = 0;
      while (tried < count || tried % (targets.length * damages.length) !== 0) {
        const target = targets[tried % targets.length] ?? [];
        const damage = damages[Math.floor(tried / targets.length) % damages.length] ?? 'cut';
        const outcome = await tryOne(scratch, target, damage, truth);
        found.set(outcome, (found.get(outcome) ?? 0) + 1);
        if (!['refused', 'whole', 'said to be older'].includes(outcome))
          console.error(`${target.join(' and ')}, ${damage}: ${outcome}`);
        tried += 1;
      }
      const of = (outcome: Outcome) => found.get(outcome) ?? 0;
      return {
        tried,
        failed: of('wrong rows') + of('silent loss') + of('crash'),
        figures: {
          refused: of('refused'),
          whole: of('whole'),
          saidToBeOlder: of('said to be older'),
          wrongRows: of('wrong rows'),
          silentLosses: of('silent loss'),
          crashes: of('crash'),
        },
      };
    }),
};

type Truth = ReadonlyMap<string, number | 'torn'>;

/** An older state, the newest one, and a backup of it. */
async function prepare(scratch: string): Promise<Truth> {
  const model = join(scratch, 'model', 'vault');
  mkdirSync(join(scratch, 'stick'));
  const vault = await sample.makeVault(model);
  const session = sample.sessionOf(vault);
  const visits = Array.from({ length: 6 }, () => sample.beginVisit(session));
  for (const id of visits) sample.saveNext(session, id);
  vault.lock();
  cpSync(model, join(scratch, 'older', 'vault'), { recursive: true });

  const again = sample.openVault(model);
  const later = await sample.unlock(again);
  for (const id of visits) sample.saveNext(later, id);
  for (const _ of visits) sample.beginVisit(later);
  const { database } = later;
  const made = await takeBackup({
    database,
    folder: model,
    target: join(scratch, 'stick'),
    clock: systemClock,
    isOpen: () => true,
    onProgress() {},
  });
  assert(made.ok, 'a backup is made');
  cpSync(join(scratch, 'stick', made.value.name), join(scratch, 'model', 'copy'), {
    recursive: true,
  });
  cpSync(join(scratch, 'older', 'vault'), join(scratch, 'older', 'copy'), { recursive: true });
  writeFileSync(
    join(scratch, 'older', 'copy', 'about.json'),
    readFileSync(join(scratch, 'model', 'copy', 'about.json')),
  );
  const truth = new Map(sample.readSaves(later));
  again.lock();
  return truth;
}

async function tryOne(
  scratch: string,
  target: readonly string[],
  damage: (typeof damages)[number],
  truth: Truth,
): Promise<Outcome> {
  const here = join(scratch, 'here');
  rmSync(here, { recursive: true, force: true });
  cpSync(join(scratch, 'model'), here, { recursive: true });
  for (const file of target) harm(join(here, file), join(scratch, 'older', file), damage);
  try {
    return target.some((file) => file.startsWith('copy/'))
      ? await judgeCopy(here, truth)
      : await judgeVault(join(here, 'vault'), truth);
  } catch {
    return 'crash';
  }
}

function harm(path: string, older: string, damage: (typeof damages)[number]): void {
  // A vault that was closed well has no journal: one that somebody put there is damage too.
  const bytes = existsSync(path) ? readFileSync(path) : Buffer.alloc(20_000, 7);
  const somewhere = Math.floor(Math.random() * bytes.length);
  if (damage === 'a bit') {
    bytes.writeUInt8(bytes.readUInt8(somewhere) ^ (1 << (somewhere % 8)), somewhere);
    writeFileSync(path, bytes);
  } else if (damage === 'cut') writeFileSync(path, bytes.subarray(0, somewhere));
  else if (damage === 'zeroed') {
    bytes.fill(0, somewhere, Math.min(bytes.length, somewhere + 4_096));
    writeFileSync(path, bytes);
  } else if (damage === 'deleted') rmSync(path, { force: true });
  else if (existsSync(older)) writeFileSync(path, readFileSync(older));
}

async function judgeVault(folder: string, truth: Truth): Promise<Outcome> {
  const vault = sample.openVault(folder);
  const opened = await vault.unlock(sample.signInName, sample.password);
  if (!opened.ok) return 'refused';
  try {
    const session = sample.sessionOf(vault);
    const outcome = compare(sample.readSaves(session), truth);
    const said = session.database
      .prepare(
        "SELECT count(*) FROM audit_entry WHERE kind IN ('records-older', 'records-replaced')",
        {
          pluck: true,
        },
      )
      .get([]);
    return outcome === 'silent loss' && Number(said) > 0 ? 'said to be older' : outcome;
  } catch {
    // A page that cannot be read is a defect with a sentence of its own: nothing wrong was served.
    return 'refused';
  } finally {
    vault.lock();
  }
}

/** Goes back to a damaged copy as far as it lets, in a folder of its own. */
async function judgeCopy(here: string, truth: Truth): Promise<Outcome> {
  const stick = join(here, 'stick');
  const name = 'copy-000001-20310305';
  cpSync(join(here, 'copy'), join(stick, name), { recursive: true });
  const [copy] = listCopies(stick);
  if (copy === undefined) return 'refused';
  const folder = join(here, 'vault');
  const staged = await stageRestore(
    {
      folder,
      target: stick,
      name: copy.name,
      signInName: sample.signInName,
      password: sample.password,
    },
    sample.openVault(folder).attempts,
    systemClock,
    undefined,
  );
  if (!staged.ok) return 'refused';
  const other = join(here, 'other');
  cpSync(join(folder, 'restore.new'), other, { recursive: true });
  const outcome = await judgeVault(other, truth);
  // An older copy says how much is lost: the loss is not silent when the numbers are right.
  const { loss } = staged.value;
  const isSaid = loss.kind === 'counted' && loss.encounters + loss.saves > 0;
  return outcome === 'silent loss' && isSaid ? 'whole' : outcome;
}

function compare(saves: Truth, truth: Truth): Outcome {
  let outcome: Outcome = 'whole';
  for (const [id, version] of saves) {
    if (version === 'torn' || !truth.has(id)) return 'wrong rows';
    if (version !== truth.get(id)) outcome = 'silent loss';
  }
  return saves.size === truth.size ? outcome : 'silent loss';
}
