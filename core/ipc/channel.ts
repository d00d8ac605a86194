import { z } from 'zod';

/**
 * The whole promise of one call between the page and the main process. Both import the
 * same value, so that a name, a shape or an error that does not fit does not compile.
 */
export type Channel<
  Request extends z.ZodType,
  Value extends z.ZodType,
  Failure extends z.ZodType,
> = {
  readonly name: string;
  readonly request: Request;
  readonly value: Value;
  readonly error: Failure;
};

export function channel<
  Request extends z.ZodType,
  Value extends z.ZodType,
  Failure extends z.ZodType,
>(name: string, request: Request, value: Value, error: Failure): Channel<Request, Value, Failure> {
  return { name, request, value, error };
}

/** An expected failure of this kind, with facts and no sentences. */
export function failure<Kind extends string, Shape extends z.ZodRawShape>(
  kind: Kind,
  facts: Shape,
) {
  return z.strictObject({ kind: z.literal(kind), ...facts });
}

// What many calls can come back with; one that can names it among its own errors.
export const NotAllowed = failure('NotAllowed', {});
export const DiskFull = failure('DiskFull', {});
/** The records were locked while a password was being checked, or something was written. */
export const LockedMeanwhile = failure('LockedMeanwhile', {});

/** What every call can come back with beside its own errors. */
export const Fault = z.union([
  /** The vault is locked: nothing is answered but what the lock screen needs. */
  failure('Locked', {}),
  /** The sender, the channel or the request is not one this program makes. */
  failure('Refused', {}),
  /** A record was read that is not the one that was saved last. Nothing of it is served. */
  failure('RecordAltered', {}),
  /** A defect. `reference` finds it in the log. */
  failure('Defect', { reference: z.string() }),
]);
export type Fault = z.infer<typeof Fault>;

/** Words of the place's own that say what this is about, where somebody may glance at them. */
export const NamesSubject = failure('NamesSubject', {});

export const Nothing = z.null();
export const NoRequest = z.null();
export const NoError = z.never();

/** A request on the wire. */
export const WireRequest = z.strictObject({ channel: z.string().max(60), request: z.unknown() });

/** Whether a message asks one of these, whatever else is right or wrong with it. */
export function asks(message: unknown, ...channels: readonly { readonly name: string }[]): boolean {
  return (
    typeof message === 'object' &&
    message !== null &&
    'channel' in message &&
    channels.some(({ name }) => name === message.channel)
  );
}

/** No honest request is larger than this when written as JSON. */
export const maxRequestCharacters = 200_000;

/** Who may call: the window people work in, or the hidden page that draws a sheet for paper. */
export type Caller = 'desk' | 'paper';
