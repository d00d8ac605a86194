import type { z } from 'zod';
import { err, type Result } from '#core/base/result.ts';
import {
  type Caller,
  type Channel,
  type Fault,
  maxRequestCharacters,
  WireRequest,
} from '#core/ipc/channel.ts';
import type { Log } from '../platform/log.ts';
import { RecordAltered } from '../vault/audit-log.ts';

/** One answered channel. `access` says whether it is answered while the vault is locked. */
export type Route = {
  readonly name: string;
  readonly caller: Caller;
  readonly access: 'always' | 'unlocked';
  readonly answer: (request: unknown) => Promise<Result<unknown, unknown>>;
};

type Answer<Value, Failure> = Result<Value, Failure> | Promise<Result<Value, Failure>>;

/**
 * Binds a channel to its handler. An error the channel does not declare does not compile,
 * and a reply that does not fit its schema is a defect that never reaches the page.
 */
export function serve<
  Request extends z.ZodType,
  Value extends z.ZodType,
  Failure extends z.ZodType,
>(
  channel: Channel<Request, Value, Failure>,
  access: Route['access'],
  handler: (
    request: z.output<Request>,
  ) => Answer<NoInfer<z.input<Value>>, NoInfer<z.input<Failure>>>,
  caller: Caller = 'desk',
): Route {
  return {
    name: channel.name,
    caller,
    access,
    async answer(request) {
      const parsed = channel.request.safeParse(request);
      if (!parsed.success) return err({ kind: 'Refused' } satisfies Fault);
      const reply = await handler(parsed.data);
      return reply.ok
        ? { ok: true, value: channel.value.parse(reply.value) }
        : { ok: false, error: channel.error.parse(reply.error) };
    },
  };
}

/** Answers one message from a page. Never throws, and never lets a throw's words through. */
export type Dispatch = (caller: Caller, message: unknown) => Promise<Result<unknown, unknown>>;

export function createDispatch(
  routes: readonly Route[],
  isUnlocked: () => boolean,
  log: Log,
): Dispatch {
  const routesByName = new Map(routes.map((route) => [route.name, route]));
  return async (caller, message) => {
    try {
      if (!isOfHonestSize(message)) return err({ kind: 'Refused' } satisfies Fault);
      const wired = WireRequest.safeParse(message);
      const route = wired.success ? routesByName.get(wired.data.channel) : undefined;
      if (!wired.success || route === undefined || route.caller !== caller) {
        return err({ kind: 'Refused' } satisfies Fault);
      }
      if (route.access === 'unlocked' && !isUnlocked())
        return err({ kind: 'Locked' } satisfies Fault);
      return await route.answer(wired.data.request);
    } catch (error) {
      if (error instanceof RecordAltered) return err({ kind: 'RecordAltered' } satisfies Fault);
      return err({ kind: 'Defect', reference: log.defect(error) } satisfies Fault);
    }
  };
}

/** Also false for what JSON cannot write: no page of ours sends such a thing. */
function isOfHonestSize(message: unknown): boolean {
  try {
    const text: string | undefined = JSON.stringify(message);
    return text !== undefined && text.length <= maxRequestCharacters;
  } catch {
    return false;
  }
}
