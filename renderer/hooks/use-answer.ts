import { useCallback, useEffect, useState } from 'react';
import type { z } from 'zod';
import type { Result } from '#core/base/result.ts';
import type { Channel, Fault, NoRequest } from '#core/ipc/channel.ts';
import { call } from '../client.ts';

/** What a question without words is answered: asked once, and again whenever somebody refreshes. */
export function useAnswer<Value extends z.ZodType, Failure extends z.ZodType>(
  channel: Channel<typeof NoRequest, Value, Failure>,
): {
  readonly answer: Result<z.output<Value>, z.output<Failure> | Fault> | undefined;
  readonly refresh: () => void;
} {
  const [answer, setAnswer] = useState<Result<z.output<Value>, z.output<Failure> | Fault>>();
  useEffect(() => {
    void call(channel, null).then(setAnswer);
  }, [channel]);
  const refresh = useCallback(() => void call(channel, null).then(setAnswer), [channel]);
  return { answer, refresh };
}
