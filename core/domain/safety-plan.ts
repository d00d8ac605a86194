import { z } from 'zod';

export const PlanChoiceId = z
  .string()
  .regex(/^plan-choice\.[a-z0-9-]+$/)
  .brand<'PlanChoiceId'>();
export type PlanChoiceId = z.infer<typeof PlanChoiceId>;

/** Part of a day, in figures, so that it reads the same in every language. */
export const PlanTime = z.enum([
  '06:00–09:00',
  '09:00–12:00',
  '12:00–15:00',
  '15:00–18:00',
  '18:00–21:00',
  '21:00–24:00',
  '00:00–06:00',
]);
export type PlanTime = z.infer<typeof PlanTime>;

/** Whether the plan goes along on paper. On a disguised one nobody can read what it is. */
export const PlanPaper = z.enum(['not-asked', 'none', 'disguised', 'plain']);
export type PlanPaper = z.infer<typeof PlanPaper>;

/** What the person means to do to be safer, chosen by them. A plan of theirs, and no promise of ours. */
export const SafetyPlan = z.strictObject({
  /** When it is safer to call or to go out. */
  times: z.array(PlanTime),
  chosen: z.array(PlanChoiceId).max(50),
  /** In their own words, if they want. */
  own: z.string().max(500),
  paper: PlanPaper,
});
export type SafetyPlan = z.infer<typeof SafetyPlan>;

export const noPlan: SafetyPlan = { times: [], chosen: [], own: '', paper: 'not-asked' };
