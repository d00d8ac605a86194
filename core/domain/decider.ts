import { z } from 'zod';
import { Answer } from './safety.ts';

/** Under 18 or in doubt leads to the child path of the country (R96). */
export const Age = z.enum(['adult', '15-17', 'under-15', 'in-doubt']);
export type Age = z.infer<typeof Age>;

/** Who decides, and in what capacity. */
export const Decider = z.strictObject({
  who: z.enum(['person', 'guardian', 'representative']),
  age: Age,
  /**
   * Presumed of everybody. A doubt is about this decision and this moment only: it is then
   * checked, or asked again later, when pain, fear, drugs or language stand less in the way.
   */
  capacity: z.enum(['presumed', 'checked', 'not-now']),
  /** Of whoever decides in the person's place: may they be part of the harm? */
  mayBeInvolved: Answer,
});
export type Decider = z.infer<typeof Decider>;

/** The person alone, an adult, as is presumed. */
export const thePerson: Decider = {
  who: 'person',
  age: 'adult',
  capacity: 'presumed',
  mayBeInvolved: 'not-asked',
};

/** Why a yes of this decider would not count, or undefined when it does. A no always counts. */
export type CannotDecide =
  /** Wait, interpret, ask again. */
  | 'ask-again-later'
  /** An adult decides alone. */
  | 'adult-decides'
  /** A guardian or companion who may be part of the harm, or of whom nobody asked it, cannot consent. */
  | 'may-be-involved'
  /** The young person's own yes is needed here. */
  | 'young-person-decides'
  /** The country's path for children, which does not rest on the child's yes alone. */
  | 'child-path';

/**
 * @param ownConsentFrom the age from which this country lets a young person agree alone, or
 * undefined where no such age was found
 */
export function cannotDecide(
  { who, age, capacity, mayBeInvolved }: Decider,
  ownConsentFrom: number | undefined,
): CannotDecide | undefined {
  if (capacity === 'not-now') return 'ask-again-later';
  const agreesAlone = age === 'adult' || (age === '15-17' && (ownConsentFrom ?? 18) <= 15);
  if (who === 'person') return agreesAlone ? undefined : 'child-path';
  if (age === 'adult') return 'adult-decides';
  if (mayBeInvolved !== 'no') return 'may-be-involved';
  return agreesAlone ? 'young-person-decides' : undefined;
}
