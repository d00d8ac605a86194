import { z } from 'zod';
import { PlanChoiceId } from '#core/domain/safety-plan.ts';
import { entryFields } from './citation.ts';
import { PhraseId } from './phrase.ts';

/** The headings of a plan that have lines to choose from, in their order. */
export const PlanPart = z.enum(['ways-out', 'call', 'carry', 'learn', 'danger-sign']);
export type PlanPart = z.infer<typeof PlanPart>;

/** A line of a safety plan. Staff read `text`; a sheet prints the phrase. */
export const PlanChoice = z.strictObject({
  id: PlanChoiceId,
  part: PlanPart,
  text: z.string().min(1),
  phrase: PhraseId,
  ...entryFields,
});
export type PlanChoice = z.infer<typeof PlanChoice>;
