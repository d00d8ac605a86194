import { z } from 'zod';
import { Answer } from './safety.ts';

export const RiskFactId = z
  .string()
  .regex(/^fact\.[a-z0-9-]+$/)
  .brand<'RiskFactId'>();
export type RiskFactId = z.infer<typeof RiskFactId>;

/** How pressing it is, the most pressing first. What staff do next, and no measure of a person. */
export const RiskLevel = z.enum(['act-now', 'today', 'soon', 'door-open']);
export type RiskLevel = z.infer<typeof RiskLevel>;

/** What is known about a fact. One that is not in the record was not assessed, which is never a no. */
export const RiskFacts = z.record(RiskFactId, Answer.exclude(['not-asked']));
export type RiskFacts = z.infer<typeof RiskFacts>;
export type RiskAnswer = RiskFacts[RiskFactId];

/** Facts as one visit found them, and a level that somebody set instead of the rules', with why. */
export const Risk = z.strictObject({
  facts: RiskFacts,
  set: z.strictObject({ level: RiskLevel, reason: z.string().max(500) }).nullable(),
});
export type Risk = z.infer<typeof Risk>;

export const noRiskAssessed: Risk = { facts: {}, set: null };

/** The more pressing of two levels. */
export function morePressing(one: RiskLevel, other: RiskLevel): RiskLevel {
  return pressure(one) >= pressure(other) ? one : other;
}

/** Higher is more pressing: 0 for keeping the door open, 3 for acting now. */
export function pressure(level: RiskLevel): number {
  return RiskLevel.options.length - 1 - RiskLevel.options.indexOf(level);
}
