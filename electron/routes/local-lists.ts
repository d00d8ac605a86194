import { z } from 'zod';
import { LawConfirmations } from '#core/domain/law-confirmation.ts';
import { Directory, firstDirectory } from '#core/pack/directory.ts';
import { InstrumentWording } from '#core/pack/instrument.ts';
import type { Pack } from '#core/pack/pack.ts';
import { withLocal } from '#core/pack/with-local.ts';
import { trustedNow } from '../vault/audit-log.ts';
import { type LocalList, readLocal } from '../vault/repositories/local-content.ts';
import type { VaultSession } from '../vault/vault.ts';

// The lists that a place keeps beside the pack, each by its name in the store.

export const lawList: LocalList<typeof LawConfirmations> = {
  name: 'law',
  schema: LawConfirmations,
  first: [],
};

export const directoryList: LocalList<typeof Directory> = {
  name: 'directory',
  schema: Directory,
  first: firstDirectory,
};

/** Questions under a licence: only for whoever is signed in. */
export const wordingList: LocalList<z.ZodArray<typeof InstrumentWording>> = {
  name: 'instruments',
  schema: z.array(InstrumentWording),
  first: [],
};

/** The pack as this place uses it. Only for whoever is signed in: its own helpers are in it. */
export function packOfPlace(pack: Pack, session: VaultSession): Pack {
  const { database } = session;
  const laws = readLocal(database, lawList);
  const directory = readLocal(database, directoryList);
  const wordings = readLocal(database, wordingList);
  return withLocal(pack, { laws, directory, wordings }, trustedNow(session));
}
