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
  /** What was answered, where it was no error. */
  readonly value: z.output<Value> | undefined;
  readonly refresh: () => void;
  /** The same, for whoever waits for it. */
  readonly again: () => Promise<void>;
} {
  const [answer, setAnswer] = useState<Result<z.output<Value>, z.output<Failure> | Fault>>();
  useEffect(() => {
    void call(channel, null).then(setAnswer);
  }, [channel]);
  const again = useCallback(async () => setAnswer(await call(channel, null)), [channel]);
  const refresh = useCallback(() => void again(), [again]);
  return { answer, value: answer?.ok === true ? answer.value : undefined, refresh, again };
}
