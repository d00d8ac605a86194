import { z } from 'zod';
import { LawConfirmation } from '#core/domain/law-confirmation.ts';
import { PublishedCorrection, withCorrections } from './correction.ts';
import { type Pack, ShippedPack, unpacked } from './pack.ts';
import { PackOrigin } from './pack-origin.ts';
import { withLaw } from './with-local.ts';

/** What of a confirmed law may be read without signing in: no name. */
export const PublishedLaw = LawConfirmation.pick({
  law: true,
  packText: true,
  text: true,
  rule: true,
  confirmedOn: true,
});

/**
 * What lies beside the vault, for whoever reads without signing in: the update that this place
 * has taken, its corrections and its law. No person, no member and no helper of its own is in it.
 */
export const Published = z.strictObject({
  update: z.strictObject({ origin: PackOrigin, shipped: ShippedPack }).nullable(),
  corrections: z.array(PublishedCorrection),
  laws: z.array(PublishedLaw),
});
export type Published = z.infer<typeof Published>;

/** The pack in force in the words of the place, with the law as the pack has it. */
export function plainPackOf(
  builtIn: Pack,
  { update, corrections }: Pick<Published, 'update' | 'corrections'>,
): Pack {
  const base = update === null ? builtIn : { ...unpacked(update.shipped), origin: update.origin };
  return withCorrections(base, corrections);
}

/** What is read without signing in. */
export function publicPackOf(plain: Pack, laws: Published['laws']): Pack {
  return withLaw(
    plain,
    laws.map((law) => ({ ...law, confirmedBy: null })),
  );
}

/**
 * The same with the telephone numbers that shipped. Until somebody has signed in since the start,
 * nobody has vouched for the file beside the vault, and a wrong number does the most harm.
 */
export function withBuiltInNumbers(pack: Pack, builtIn: Pack): Pack {
  if (pack.origin.kind === 'built-in') return pack;
  return {
    ...pack,
    contacts: builtIn.contacts,
    jurisdictions: pack.jurisdictions.map((place) => ({
      ...place,
      emergency: builtIn.jurisdictions.find(({ id }) => id === place.id)?.emergency ?? [],
    })),
  };
}
