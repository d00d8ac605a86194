import { z } from 'zod';
import { LawConfirmations } from '#core/domain/law-confirmation.ts';
import { PlacePage } from '#core/domain/place-page.ts';
import { Directory, firstDirectory } from '#core/pack/directory.ts';
import { InstrumentWording } from '#core/pack/instrument.ts';
import type { Pack } from '#core/pack/pack.ts';
import { inStaffLanguage } from '#core/pack/staff-words.ts';
import { withLocal } from '#core/pack/with-local.ts';
import { trustedNow } from '../vault/audit-log.ts';
import { readFacility } from '../vault/repositories/facility.ts';
import { type LocalList, readLocal } from '../vault/repositories/local-content.ts';
import type { VaultSession } from '../vault/vault.ts';

// The lists that a place keeps beside the pack, each by its name in the store.

export const lawList: LocalList<typeof LawConfirmations> = {
  name: 'law',
  schema: LawConfirmations,
  first: [],
};

/** What the place has confirmed or says otherwise about its country: numbers, age, steps. */
export const pageList: LocalList<z.ZodArray<typeof PlacePage>> = {
  name: 'place-page',
  schema: z.array(PlacePage),
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
  const pages = readLocal(database, pageList);
  const directory = readLocal(database, directoryList);
  const wordings = readLocal(database, wordingList);
  const { readsIn } = readFacility(database);
  return withLocal(
    inStaffLanguage(pack, readsIn),
    { laws, pages, directory, wordings },
    trustedNow(session),
  );
}
