import type { Page } from '@playwright/test';
import { z } from 'zod';
import type { Channel } from '#core/ipc/channel.ts';

/** Asks the main process as the page does, and gives back what was answered. Rejects on an error. */
export type Ask = <Request extends z.ZodType, Value extends z.ZodType, Failure extends z.ZodType>(
  channel: Channel<Request, Value, Failure>,
  request: z.input<Request>,
) => Promise<z.output<Value>>;

const Reply = z.union([
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), error: z.looseObject({ kind: z.string() }) }),
]);

/** @param page the one that is there when something is asked */
export function askerOf(page: () => Page): Ask {
  return async (channel, request) => {
    const reply = Reply.parse(
      await page().evaluate(
        ([name, body]) => window.bridge.invoke(String(name), body),
        [channel.name, request],
      ),
    );
    if (!reply.ok) throw new Error(`${channel.name}: ${JSON.stringify(reply.error)}`);
    return channel.value.parse(reply.value);
  };
}
