import { randomBytes } from 'node:crypto';

export type Log = {
  /** Notes a defect and gives back a reference that the screen can show. */
  readonly defect: (error: unknown) => string;
};

/**
 * A log for the person who mends the program. It keeps the kind of an error and the places
 * in our code it came through, never its message, which may quote what somebody typed. It
 * goes to the standard error stream and to no file.
 */
export function createLog(write: (line: string) => void): Log {
  return {
    defect(error) {
      const reference = randomBytes(3).toString('hex');
      const kind = error instanceof Error ? error.name : typeof error;
      const places = error instanceof Error ? placesOf(error) : [];
      write([`defect ${reference}: ${kind}`, ...places].join('\n'));
      return reference;
    },
  };
}

/** The lines of a stack that say where, without those of the message, which can look like them. */
function placesOf({ message, stack = '' }: Error): readonly string[] {
  const start = stack.indexOf(message);
  const rest = start < 0 ? stack : stack.slice(start + message.length);
  return rest.split('\n').filter((line) => /^\s+at /.test(line));
}
