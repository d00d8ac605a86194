import type { LawConfirmation } from '#core/domain/law-confirmation.ts';
import type { PlacePage } from '#core/domain/place-page.ts';
import { type PublishedCorrection, withCorrections } from './correction.ts';
import { type Pack, type ShippedPack, unpacked } from './pack.ts';
import type { PackOrigin } from './pack-origin.ts';
import { withLaw } from './with-local.ts';

/**
 * What whoever is not signed in may read beside the pack that ships: the update that this place
 * has taken, its corrections and its law. No person, no member and no helper of its own is in it.
 */
export type Published = {
  readonly update: { readonly origin: PackOrigin; readonly shipped: ShippedPack } | null;
  readonly corrections: readonly PublishedCorrection[];
  readonly laws: readonly Omit<LawConfirmation, 'recordedBy' | 'confirmedBy'>[];
  readonly pages: readonly Omit<PlacePage, 'recordedBy' | 'confirmedBy'>[];
};

/** The pack in force in the words of the place, with the law as the pack has it. */
export function plainPackOf(
  builtIn: Pack,
  { update, corrections }: Pick<Published, 'update' | 'corrections'>,
): Pack {
  const base = update === null ? builtIn : { ...unpacked(update.shipped), origin: update.origin };
  return withCorrections(base, corrections);
}

/** What is read without signing in. */
export function publicPackOf(
  plain: Pack,
  { laws, pages }: Pick<Published, 'laws' | 'pages'>,
): Pack {
  return withLaw(
    plain,
    laws.map((law) => ({ ...law, confirmedBy: null })),
    pages.map((page) => ({ ...page, confirmedBy: null })),
  );
}
