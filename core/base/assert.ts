/** Marks a branch that the types say cannot be reached. @throws always: reaching it is a defect */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
}

/** @throws when the condition does not hold: a defect, never something a user can cause */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`Assertion failed: ${message}`);
}
