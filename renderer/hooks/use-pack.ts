import { useEffect, useState } from 'react';
import { readPack } from '#core/ipc/content-channels.ts';
import type { Pack } from '#core/pack/pack.ts';
import { call } from '../client.ts';

let latest: Pack | undefined;

/** The pack as this place uses it, as soon as it has been read. */
export function usePack(): Pack | undefined {
  return useReadPack(undefined);
}

/**
 * The same for a screen that only shows it, and that nobody should wait for: first as it was read
 * last, and a moment later as it is. It is a megabyte on its way.
 */
export function usePackAtOnce(): Pack | undefined {
  return useReadPack(latest);
}

function useReadPack(first: Pack | undefined): Pack | undefined {
  const [pack, setPack] = useState(first);
  useEffect(() => {
    void call(readPack, null).then((reply) => {
      if (!reply.ok) return;
      latest = reply.value;
      setPack(latest);
    });
  }, []);
  return pack;
}
