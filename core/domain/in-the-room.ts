import { z } from 'zod';
import { Answer } from './safety.ts';

/** Why somebody talks alone with the person although two are asked for (R140). */
export const AloneBecause = z.enum(['not-said', 'nobody-free', 'person-asked', 'emergency']);
export type AloneBecause = z.infer<typeof AloneBecause>;

/** Whether a second member of staff takes part, or a reason why not (R140). */
export const Colleague = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('not-noted') }),
  z.strictObject({ kind: z.literal('present') }),
  z.strictObject({ kind: z.literal('nobody'), because: AloneBecause }),
]);
export type Colleague = z.infer<typeof Colleague>;

/** Whoever came with the person is none of these, and cannot be chosen (R76). */
export const InterpreterKind = z.enum(['ours', 'by-phone', 'mediator', 'app']);
export type InterpreterKind = z.infer<typeof InterpreterKind>;

export const Interpreter = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('not-noted') }),
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({
    kind: z.literal('used'),
    who: InterpreterKind,
    /** Of the same community, or known to whoever came along (R77). */
    knowsThem: Answer,
    personTrusts: Answer,
  }),
]);
export type Interpreter = z.infer<typeof Interpreter>;

export const InTheRoom = z.strictObject({
  colleague: Colleague,
  interpreter: Interpreter,
  /** Anybody else, such as a worker of another organisation, with the person's agreement (R54). */
  others: z.string().max(200),
});
export type InTheRoom = z.infer<typeof InTheRoom>;

export function newInterpreter(who: InterpreterKind): Interpreter {
  return { kind: 'used', who, knowsThem: 'not-asked', personTrusts: 'not-asked' };
}
