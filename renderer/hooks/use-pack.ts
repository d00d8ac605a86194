import { useEffect, useState } from 'react';
import { readPack } from '#core/ipc/content-channels.ts';
import type { Pack } from '#core/pack/pack.ts';
import { call } from '../client.ts';

/** The built-in pack, as soon as it has been read. */
export function usePack(): Pack | undefined {
  const [pack, setPack] = useState<Pack>();
  useEffect(() => {
    void call(readPack, null).then((reply) => {
      if (reply.ok) setPack(reply.value);
    });
  }, []);
  return pack;
}
