import type { ConsentItem } from '#core/domain/consent.ts';
import type { Line } from './sheet.ts';

/** Everything that could be passed on about a person, by item of consent. */
export type Disclosable = Readonly<Record<ConsentItem, Line[]>>;

/** The order in which a reader at an agency needs them: how to reach and talk to the person comes first. */
const order: readonly ConsentItem[] = [
  'language',
  'safe-contact',
  'alias',
  'needs',
  'danger',
  'own-view',
  'observations',
];

/**
 * What of it may leave: the items that are allowed and have something to say, in reading
 * order. An allow-list: an item that nobody allowed is not looked at.
 */
export function minimise(
  all: Disclosable,
  allowed: { readonly has: (item: ConsentItem) => boolean },
): readonly { readonly item: ConsentItem; readonly lines: Line[] }[] {
  return order
    .filter((item) => allowed.has(item))
    .map((item) => ({ item, lines: all[item] }))
    .filter(({ lines }) => lines.length > 0);
}
