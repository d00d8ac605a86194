import type { LawConfirmation } from '#core/domain/law-confirmation.ts';
import type { PlacePage } from '#core/domain/place-page.ts';
import { type PublishedCorrection, withCorrections } from './correction.ts';
import { type Pack, type ShippedPack, unpacked } from './pack.ts';
import type { PackOrigin } from './pack-origin.ts';
import { type PublishedSign, withAddedSigns } from './added-sign.ts';
import { withLaw } from './with-local.ts';

/**
 * What whoever is not signed in may read beside the pack that ships: the update that this place
 * has taken, its corrections, its signs and its law. No person, no member and no helper of its own is in it.
 */
export type Published = {
  readonly update: { readonly origin: PackOrigin; readonly shipped: ShippedPack } | null;
  readonly corrections: readonly PublishedCorrection[];
  readonly signs: readonly PublishedSign[];
  readonly laws: readonly Omit<LawConfirmation, 'recordedBy' | 'confirmedBy'>[];
  readonly pages: readonly Omit<PlacePage, 'recordedBy' | 'confirmedBy'>[];
};

/** The pack in force in the words of the place, with the law as the pack has it. */
export function plainPackOf(
  builtIn: Pack,
  { update, corrections, signs }: Pick<Published, 'update' | 'corrections' | 'signs'>,
): Pack {
  const base = update === null ? builtIn : updated(builtIn, update);
  return withAddedSigns(withCorrections(base, corrections), signs);
}

/** The update, and the signs that it has left out: they may stand in records by now. */
function updated(builtIn: Pack, { shipped, origin }: NonNullable<Published['update']>): Pack {
  const kept = new Set(shipped.indicators.map(({ id }) => id));
  const formerSigns = builtIn.indicators.filter(({ id }) => !kept.has(id));
  return { ...unpacked(shipped), origin, formerSigns };
}

/** What is read without signing in. */
export function publicPackOf(
  plain: Pack,
  { laws, pages }: Pick<Published, 'laws' | 'pages'>,
): Pack {
  return withLaw(
    // No record is read there.
    { ...plain, formerSigns: [] },
    laws.map((law) => ({ ...law, confirmedBy: null })),
    pages.map((page) => ({ ...page, confirmedBy: null })),
  );
}
