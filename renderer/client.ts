import { z } from 'zod';
import type { Result } from '#core/base/result.ts';
import { type Channel, Fault } from '#core/ipc/channel.ts';
import { PageEvent } from '#core/ipc/page-event.ts';

const Reply = z.union([
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), error: z.unknown() }),
]);

/**
 * Asks the main process. What comes back is checked here too: a reply that does not fit its
 * channel is a defect, like any other.
 */
export async function call<
  Request extends z.ZodType,
  Value extends z.ZodType,
  Failure extends z.ZodType,
>(
  channel: Channel<Request, Value, Failure>,
  request: z.input<Request>,
): Promise<Result<z.output<Value>, z.output<Failure> | Fault>> {
  const reply = Reply.parse(await window.bridge.invoke(channel.name, request));
  if (reply.ok) return { ok: true, value: channel.value.parse(reply.value) };
  const fault = Fault.safeParse(reply.error);
  return { ok: false, error: fault.success ? fault.data : channel.error.parse(reply.error) };
}

const listeners = new Set<(event: PageEvent) => void>();
let isListening = false;

/** Hears what the main process tells without being asked. Gives back how to stop. */
export function onPageEvent(listener: (event: PageEvent) => void): () => void {
  if (!isListening) {
    isListening = true;
    window.bridge.onEvent((message) => {
      const event = PageEvent.safeParse(message);
      if (event.success) for (const heard of listeners) heard(event.data);
    });
  }
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
