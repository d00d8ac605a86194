import { useEffect, useState } from 'react';
import { readPublicPack } from '#core/ipc/content-channels.ts';
import type { Pack } from '#core/pack/pack.ts';
import { call } from '../client.ts';
import { createGuidanceSearch, type GuidanceSearch } from './guidance-search.ts';

/** What staff may read without signing in, ready to be searched. */
export type PublicReading = { readonly pack: Pack; readonly search: GuidanceSearch };

// Once in the life of a page: what is public changes only while somebody is signed in, and after
// that the page is replaced.
let reading: Promise<PublicReading | undefined> | undefined;

/** Begun with the question that stands before the reading, and done before somebody has answered it. */
function fetchReading(): Promise<PublicReading | undefined> {
  reading ??= read();
  return reading;
}

async function read(): Promise<PublicReading | undefined> {
  const reply = await call(readPublicPack, null);
  if (!reply.ok) return undefined;
  const pack: Pack = JSON.parse(reply.value);
  const search = createGuidanceSearch(pack);
  // What `npm run bench -- --only content` looks for.
  performance.mark('content-searchable');
  return { pack, search };
}

export function useReading(): PublicReading | undefined {
  const [found, setFound] = useState<PublicReading>();
  useEffect(() => void fetchReading().then(setFound), []);
  return found;
}
