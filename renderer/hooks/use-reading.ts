import { useEffect, useState } from 'react';
import { ok, type Result } from '#core/base/result.ts';
import type { Fault } from '#core/ipc/channel.ts';
import { readPublicPhrases } from '#core/ipc/content-channels.ts';
import type { Pack } from '#core/pack/pack.ts';
import { parseReading, withOtherBooks } from '#core/pack/pack-parts.ts';
import { call } from '../client.ts';
import { createGuidanceSearch, type GuidanceSearch } from './guidance-search.ts';
import { askForReading } from './reading-text.ts';

/** What staff may read without signing in, ready to be searched. */
export type PublicReading = {
  readonly pack: Pack;
  readonly search: GuidanceSearch;
  /** Until they are here, the pack speaks English alone. */
  readonly hasAllLanguages: boolean;
};

type Read = Result<PublicReading, Fault>;

// Once in the life of a page, as the text of it.
let first: Promise<Read> | undefined;
let whole: Promise<Read> | undefined;

async function readFirst(): Promise<Read> {
  const reply = await askForReading();
  if (!reply.ok) return reply;
  const pack = parseReading({ reading: reply.value });
  const search = createGuidanceSearch(pack);
  // What `npm run bench -- --only content` looks for.
  performance.mark('content-searchable');
  return ok({ pack, search, hasAllLanguages: false });
}

async function readWhole(): Promise<Read> {
  const begun = await (first ??= readFirst());
  if (!begun.ok) return begun;
  const reply = await call(readPublicPhrases, null);
  if (!reply.ok) return reply;
  const pack = withOtherBooks(begun.value.pack, { otherBooks: reply.value });
  return ok({ ...begun.value, pack, hasAllLanguages: true });
}

/** Begun with the question that stands before the reading, and done before somebody has answered it. */
export function useReading(): Read | undefined {
  const [read, setRead] = useState<Read>();
  useEffect(() => {
    void (first ??= readFirst()).then(setRead);
    void (whole ??= readWhole()).then(setRead);
  }, []);
  return read;
}
