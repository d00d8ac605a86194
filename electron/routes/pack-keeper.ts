import { createHash } from 'node:crypto';
import { z } from 'zod';
import { ok, type Result } from '#core/base/result.ts';
import { Corrections } from '#core/pack/correction.ts';
import type { Pack } from '#core/pack/pack.ts';
import { ShippedPack } from '#core/pack/pack.ts';
import { compareVersions, TakenPack, TrustedKey } from '#core/pack/pack-origin.ts';
import { plainPackOf, publicPackOf, Published, withBuiltInNumbers } from '#core/pack/published.ts';
import { auditNow } from '../vault/audit-log.ts';
import { type CheckedFile, mendCopy, readCopies } from '../vault/checked-file.ts';
import { commitIfRoom } from '../vault/database.ts';
import { type LocalList, readLocal, writeLocal } from '../vault/repositories/local-content.ts';
import type { VaultSession } from '../vault/vault.ts';
import { lawList } from './local-lists.ts';

// The pack in force. The vault says which one that is; a copy for whoever is not signed in lies
// beside it (docs/adr/0016-packs-in-force.md).

export const keyList: LocalList<z.ZodArray<typeof TrustedKey>> = {
  name: 'pack-keys',
  schema: z.array(TrustedKey),
  first: [],
};
/** The update that was taken last, and the one before, for going back. */
export const takenList: LocalList<z.ZodArray<typeof TakenPack>> = {
  name: 'packs',
  schema: z.array(TakenPack).max(2),
  first: [],
};
export const correctionList: LocalList<typeof Corrections> = {
  name: 'corrections',
  schema: Corrections,
  first: [],
};
/** The hashes of what was put beside the vault: the last, and the one before it. */
const publishedList: LocalList<z.ZodArray<z.ZodString>> = {
  name: 'published',
  schema: z.array(z.string()).max(2),
  first: [],
};

const publishedFile: CheckedFile<typeof Published> = {
  names: ['content-a.json', 'content-b.json'],
  format: 1,
  body: Published,
  sizeLimitBytes: 32_000_000,
};

const nothing: Published = { update: null, corrections: [], laws: [] };

export type PackKeeper = {
  /** In the words of the place, with the law as the pack has it. */
  readonly plain: () => Pack;
  /** For whoever is not signed in. */
  readonly public: () => Pack;
  /** The pack that ships, whatever is in force. */
  readonly builtIn: () => Pack;
  /** Compares what lies beside the vault with what the vault says, once for each sign-in. */
  readonly settle: (session: VaultSession) => void;
  /** Runs a change of the lists above as one transaction, and then brings the copy beside the vault up to date. */
  readonly change: <Value>(
    session: VaultSession,
    change: () => Value,
  ) => Result<Value, { readonly kind: 'DiskFull' }>;
};

export function createPackKeeper(folder: string, builtIn: () => Pack): PackKeeper {
  /** What is shown, and whether the vault has vouched for it since the start. */
  let shown: { readonly published: Published; readonly isVouched: boolean } | undefined;
  let packs: { readonly plain: Pack; readonly public: Pack } | undefined;
  let settled: VaultSession | undefined;

  function beside(): Published | undefined {
    const copies = readCopies(folder, publishedFile);
    return copies.flatMap((copy) => (copy.kind === 'sound' ? [copy.value] : []))[0];
  }

  function current(): { readonly plain: Pack; readonly public: Pack } {
    shown ??= { published: usable(beside() ?? nothing, builtIn()), isVouched: false };
    if (packs !== undefined) return packs;
    const { published, isVouched } = shown;
    const whole = plainPackOf(builtIn(), published);
    const plain = isVouched ? whole : withBuiltInNumbers(whole, builtIn());
    packs = { plain, public: publicPackOf(plain, published.laws) };
    return packs;
  }

  function show(published: Published): void {
    shown = { published, isVouched: true };
    packs = undefined;
  }

  function settle(session: VaultSession): void {
    if (settled === session) return;
    settled = session;
    // Until the vault has vouched for more, what shipped is shown.
    show(nothing);
    const expected = publishedOf(session, builtIn());
    const found = beside();
    const isSame = digestOf(found ?? nothing) === digestOf(expected);
    if (!isSame) {
      // After a restored copy, or a machine that stopped between two writes, it is merely behind.
      const known = readLocal(session.database, publishedList);
      if (found !== undefined && !known.includes(digestOf(found)))
        auditNow(session, { kind: 'record-refused', record: 'content-beside-the-vault' });
      put(expected);
    }
    show(expected);
  }

  function put(published: Published): void {
    for (const name of publishedFile.names) mendCopy(folder, publishedFile, name, published);
  }

  return {
    plain: () => current().plain,
    public: () => current().public,
    builtIn,
    settle,
    change(session, change) {
      let next = nothing;
      const changed = commitIfRoom(session.database, () => {
        const value = change();
        next = publishedOf(session, builtIn());
        const [last] = readLocal(session.database, publishedList);
        const digests = [digestOf(next), ...(last === undefined ? [] : [last])];
        writeLocal(session.database, publishedList, digests);
        return value;
      });
      if (!changed.ok) return changed;
      put(next);
      show(next);
      return ok(changed.value);
    },
  };
}

/** What belongs beside the vault, as the vault has it. */
function publishedOf({ database }: VaultSession, builtIn: Pack): Published {
  const keys = readLocal(database, keyList);
  const [taken] = readLocal(database, takenList);
  const isTrusted = taken !== undefined && keys.some((key) => key.publicKey === taken.publicKey);
  const shipped = isTrusted ? ShippedPack.safeParse(JSON.parse(taken.shipped)) : undefined;
  const { fingerprint, takenOn } = taken ?? { fingerprint: '', takenOn: '' };
  const published: Published = {
    update:
      shipped?.success === true
        ? { origin: { kind: 'update', fingerprint, takenOn }, shipped: shipped.data }
        : null,
    corrections: readLocal(database, correctionList).flatMap(({ target, text, confirmed }) =>
      confirmed === null ? [] : [{ target, text, on: confirmed.on }],
    ),
    laws: readLocal(database, lawList).map(
      ({ recordedBy: _recordedBy, confirmedBy: _confirmedBy, ...law }) => law,
    ),
  };
  return usable(published, builtIn);
}

/** A program that ships a newer pack than the update that was taken uses its own. */
function usable(published: Published, builtIn: Pack): Published {
  const { update } = published;
  const isNewer =
    update !== null &&
    compareVersions(update.shipped.manifest.version, builtIn.manifest.version) > 0;
  return isNewer ? published : { ...published, update: null };
}

function digestOf(published: Published): string {
  return createHash('sha256')
    .update(JSON.stringify(Published.parse(published)))
    .digest('hex');
}
