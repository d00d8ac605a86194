import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { assert } from '#core/base/assert.ts';
import type { Clock, Instant, Stopwatch } from '#core/base/capabilities.ts';
import type { Result } from '#core/base/result.ts';
import { emptyDraft, NeedId, type VisitDraft } from '#core/domain/encounter.ts';
import { JurisdictionId } from '#core/domain/facility.ts';
import { LanguageTag } from '#core/domain/language.ts';
import { noSafeContact } from '#core/domain/safe-contact.ts';
import { noDangerAsked } from '#core/domain/safety.ts';
import { IndicatorId } from '#core/domain/observation.ts';
import { createIdSource } from '../../electron/platform/system.ts';
import { attemptFileNames } from '../../electron/vault/attempts.ts';
import { type Database, openDatabase } from '../../electron/vault/database.ts';
import type { KdfCost } from '../../electron/vault/keys.ts';
import { readSlotFile, slotFileNames, type SlotTable } from '../../electron/vault/slot-file.ts';
import { handleOf, openSlot } from '../../electron/vault/slots.ts';
import { whenFinished } from './when-finished.ts';
import type { SetUpRequest } from '../../electron/vault/set-up.ts';
import { createVault, type Vault } from '../../electron/vault/vault.ts';

// What the tests of the vault share. Everything is real: files, cipher, database. Only the
// work of a guess at a password is small, and the clock stands where a test puts it.

export const testCost: KdfCost = { opsLimit: 1, memLimitBytes: 8_192 };

export const english = LanguageTag.parse('en');

/** Unlikely words, so that finding one on the disk means something. The sign-in name is as the routes hand it on. */
export const sampleRequest: SetUpRequest = {
  facility: { name: 'Veldspaat Zwartkiosk', jurisdiction: JurisdictionId.parse('fi') },
  displayName: 'Quibblewen',
  signInName: 'marmolada.okapi',
  password: 'gravel-walrus-nineteen-umlaut',
};

/** One unlikely word for each place in which somebody can type. */
export const typedWords = {
  alias: 'Plimsollvex',
  ownView: 'turquoise harbinger knocks',
  otherSign: 'bruised quincunx glove',
  safeContact: 'whistle at the zeppelin kiosk',
} as const;

export function typedDraft(changes: Partial<VisitDraft> = {}): VisitDraft {
  return {
    ...emptyDraft(english),
    alias: typedWords.alias,
    danger: { ...noDangerAsked, threatNow: 'no', safeTonight: 'unsure' },
    ownView: { rating: 'worried', words: typedWords.ownView },
    observations: { [IndicatorId.parse('sign.unpaid')]: 'told' },
    otherSign: typedWords.otherSign,
    needs: [NeedId.parse('need.health')],
    safeContact: { ...noSafeContact, how: typedWords.safeContact },
    ...changes,
  };
}

/** A folder of this test alone, gone when the test is over. */
export function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'quietroom-test-'));
  whenFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export type SettableClock = Clock & {
  readonly set: (instant: Instant) => void;
  readonly passDays: (days: number) => void;
  /** From then on each look at it is a millisecond after the one before, as with a real clock. */
  readonly goOnByItself: () => void;
};

/** Stands still, after every date in the built-in pack, until it is moved. */
export function settableClock(start: Instant = '2031-03-05T09:00:00.000Z'): SettableClock {
  let instant = start;
  let stepMs = 0;
  return {
    now() {
      instant = new Date(Date.parse(instant) + stepMs).toISOString();
      return instant;
    },
    goOnByItself() {
      stepMs = 1;
    },
    set(next) {
      instant = next;
    },
    passDays(days) {
      instant = new Date(Date.parse(instant) + days * 86_400_000).toISOString();
    },
  };
}

/** Goes on by more than the longest wait at every look, for tests about something else than waiting. */
export function patientStopwatch(): Stopwatch {
  let elapsedMs = 0;
  return { elapsedMs: () => (elapsedMs += 61_000) };
}

export function testVault(
  folder: string,
  clock: Clock = settableClock(),
  stopwatch: Stopwatch = patientStopwatch(),
): Vault {
  const vault = createVault(folder, clock, createIdSource(clock), testCost, stopwatch);
  whenFinished(() => vault.lock());
  return vault;
}

/** A vault that has been set up and locked again, and where it lies. */
export async function lockedVault(
  folder: string = join(freshFolder(), 'vault'),
): Promise<{ readonly folder: string; readonly vault: Vault }> {
  const vault = testVault(folder);
  valueOf(await vault.setUp(sampleRequest));
  vault.lock();
  return { folder, vault };
}

export function unlockSample(vault: Vault): ReturnType<Vault['unlock']> {
  return vault.unlock(sampleRequest.signInName, sampleRequest.password);
}

/** The value of a result that has to be a good one. */
export function valueOf<Value>(result: Result<Value, unknown>): Value {
  assert(result.ok, `the step succeeds: ${JSON.stringify(result)}`);
  return result.value;
}

/** The kind of the error of a result, or `ok`. */
export function kindOf(result: Result<unknown, unknown>): string {
  return result.ok ? 'ok' : z.looseObject({ kind: z.string() }).parse(result.error).kind;
}

/** What an open vault works with. */
export function sessionOf(vault: Vault) {
  const state = vault.state();
  assert(state.kind === 'open', 'the vault is open');
  return state.session;
}

export function slotTableOf(folder: string): SlotTable {
  const [table] = valueOf(readSlotFile(folder));
  assert(table !== undefined, 'the slot file can be read');
  return table;
}

/** A slot file of any format with any body, and a checksum that fits, as somebody who knows how would write it. */
export function slotFileOf(format: number, body: string): string {
  const checksum = createHash('sha256').update(`${format}\n${body}`).digest('hex');
  return JSON.stringify({ format, checksum, body });
}

/** Changes both slot files past the program. */
export function tamperSlots(folder: string, change: (table: SlotTable) => SlotTable): void {
  const file = slotFileOf(1, JSON.stringify(change(slotTableOf(folder))));
  for (const name of slotFileNames) writeFileSync(join(folder, name), file);
}

/** The database key, won as the vault wins it. */
export async function databaseKeyOf(folder: string): Promise<Buffer> {
  const { signInName, password } = sampleRequest;
  const table = slotTableOf(folder);
  const handle = await handleOf(signInName, table.handleKdf);
  const opened = await openSlot(table, handle, password);
  assert(opened !== undefined, 'the sample member has a slot');
  return opened.databaseKey;
}

/** Does something to the database of a locked vault with the real key, past the vault. */
export async function withRawDatabase<Value>(
  folder: string,
  action: (database: Database) => Value,
): Promise<Value> {
  const database = valueOf(openDatabase(storeIn(folder), await databaseKeyOf(folder)));
  try {
    return action(database);
  } finally {
    database.close();
  }
}

export function storeIn(folder: string): string {
  return join(folder, 'records.db');
}

/**
 * Every file of a folder with its mode, length and hash, but for the count of wrong passwords. Never of an open vault: closing any
 * handle of a file drops the process's POSIX locks on it.
 */
export function snapshot(folder: string): readonly string[] {
  return (
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      // The count of wrong passwords, which is there to be changed.
      .filter((name) => !attemptFileNames.some((file) => name.endsWith(file)))
      .toSorted()
      .map((name) => {
        const about = statSync(join(folder, name));
        const mode = (about.mode & 0o7777).toString(8);
        if (!about.isFile()) return `${name} ${mode}`;
        const hash = createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest('hex');
        return `${name} ${mode} ${about.size} ${hash}`;
      })
  );
}

/** The same of the slot file alone: every sign-in writes to the store. */
export function slotsIn(folder: string): readonly string[] {
  return snapshot(folder).filter((line) => slotFileNames.some((name) => line.startsWith(name)));
}

/** Turns one bit of some bytes; a copy. */
export function withBitFlipped(bytes: Buffer, position: number, bit: number): Buffer {
  const copy = Buffer.from(bytes);
  copy.writeUInt8(copy.readUInt8(position) ^ (1 << bit), position);
  return copy;
}
