import { t } from '@lingui/core/macro';
import { ownWork } from '#core/pack/added-sign.ts';
import type { SourceId } from '#core/pack/citation.ts';
import type { Pack } from '#core/pack/pack.ts';

/** Who stands behind a work that entries cite; for what the place added, the place. */
export function publishersOf({ manifest }: Pick<Pack, 'manifest'>): ReadonlyMap<SourceId, string> {
  return new Map([
    ...manifest.sources.map(({ id, publisher }) => [id, publisher] as const),
    [ownWork, t`this place`] as const,
  ]);
}
