import { z } from 'zod';
import { ok, type Result } from '#core/base/result.ts';
import { AddedSigns, publishedSigns } from '#core/pack/added-sign.ts';
import { Corrections } from '#core/pack/correction.ts';
import type { Pack } from '#core/pack/pack.ts';
import { inParts, type PackParts } from '#core/pack/pack-parts.ts';
import { ShippedPack } from '#core/pack/pack.ts';
import { compareVersions, TakenPack, TrustedKey } from '#core/pack/pack-origin.ts';
import { plainPackOf, publicPackOf, type Published } from '#core/pack/published.ts';
import { commitIfRoom } from '../vault/database.ts';
import { type LocalList, readLocal } from '../vault/repositories/local-content.ts';
import type { VaultSession } from '../vault/vault.ts';
import { lawList, pageList } from './local-lists.ts';

// The pack in force. The vault says which one that is; nothing of it lies outside
// (docs/adr/0016-packs-in-force.md).

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
/** Signs that the place adds to the list. */
export const signList: LocalList<typeof AddedSigns> = {
  name: 'signs',
  schema: AddedSigns,
  first: [],
};
const nothing: Published = { update: null, corrections: [], signs: [], laws: [], pages: [] };

export type PackKeeper = {
  /** In the words of the place, with the law as the pack has it. */
  readonly plain: () => Pack;
  /** For whoever is not signed in. */
  readonly public: () => Pack;
  /** The same on its way to a page. */
  readonly publicParts: () => PackParts;
  /** The pack that ships, whatever is in force. */
  readonly builtIn: () => Pack;
  /** Puts in force what the vault says, once for each sign-in. It stays in force after a lock. */
  readonly settle: (session: VaultSession) => void;
  /** Runs a change of the lists above as one transaction, and puts in force what comes of it. */
  readonly change: <Value>(
    session: VaultSession,
    change: () => Value,
  ) => Result<Value, { readonly kind: 'DiskFull' }>;
};

/** @param shipped the parts of the built-in pack as its file has them */
export function createPackKeeper(
  builtIn: () => Pack,
  shipped: () => PackParts = () => inParts(builtIn()),
): PackKeeper {
  /** What the vault has said since the start; until then, what ships is in force. */
  let published = nothing;
  let packs: { readonly plain: Pack; readonly public: Pack } | undefined;
  let settled: VaultSession | undefined;

  function current(): { readonly plain: Pack; readonly public: Pack } {
    if (packs !== undefined) return packs;
    const plain = plainPackOf(builtIn(), published);
    packs = { plain, public: publicPackOf(plain, published) };
    return packs;
  }

  function show(next: Published): void {
    published = next;
    packs = undefined;
  }

  return {
    plain: () => current().plain,
    public: () => current().public,
    publicParts: () => (published === nothing ? shipped() : inParts(current().public)),
    builtIn,
    settle(session) {
      if (settled === session) return;
      settled = session;
      // Where the lists were altered, reading them throws, and what ships stays in force.
      show(nothing);
      show(publishedOf(session, builtIn()));
    },
    change(session, change) {
      let next = nothing;
      const changed = commitIfRoom(session.database, () => {
        const value = change();
        next = publishedOf(session, builtIn());
        return value;
      });
      if (!changed.ok) return changed;
      show(next);
      return ok(changed.value);
    },
  };
}

/** What the vault says that may be read without signing in. */
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
    signs: publishedSigns(readLocal(database, signList)),
    laws: readLocal(database, lawList).map(
      ({ recordedBy: _recordedBy, confirmedBy: _confirmedBy, ...law }) => law,
    ),
    pages: readLocal(database, pageList).map(
      ({ recordedBy: _recordedBy, confirmedBy: _confirmedBy, ...page }) => page,
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
