import { useLingui } from '@lingui/react/macro';
import type { Pack } from '#core/pack/pack.ts';

/** Says that something stands there in the words of this place, and since when. */
export function LocalMark({ pack, id }: { readonly pack: Pack; readonly id: string }) {
  const { t } = useLingui();
  const since = pack.corrected[id];
  if (since === undefined) return null;
  return <span className="tag tag--calm">{t`words of this place, since ${since}`}</span>;
}
