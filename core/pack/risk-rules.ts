import { z } from 'zod';
import { RiskFactId, RiskLevel } from '#core/domain/risk.ts';
import { entryFields } from './citation.ts';

export const RiskActionId = z.string().regex(/^action\.[a-z0-9-]+$/);

/** Something that bears on how pressing it is, with the question staff answer about it. */
export const RiskFact = z.strictObject({
  id: RiskFactId,
  text: z.string().min(1),
  ask: z.string().min(1),
  /** As long as nobody knows, the level is at least this. */
  whenNotAssessed: RiskLevel,
  ...entryFields,
});
export type RiskFact = z.infer<typeof RiskFact>;

/** Something that is done, and by whom. */
export const RiskAction = z.strictObject({
  id: RiskActionId,
  text: z.string().min(1),
  who: z.enum(['whoever-is-there', 'clinician', 'safeguarding-lead']),
  ...entryFields,
});
export type RiskAction = z.infer<typeof RiskAction>;

/** When every one of these facts is there, this is how pressing it is and what is done. */
export const RiskRule = z.strictObject({
  id: z.string().regex(/^rule\.[a-z0-9-]+$/),
  all: z.array(RiskFactId),
  /** Whether “not sure” counts like yes. */
  unsure: z.boolean(),
  level: RiskLevel,
  actions: z.array(RiskActionId).min(1),
  ...entryFields,
});
export type RiskRule = z.infer<typeof RiskRule>;

export const RiskRules = z.strictObject({
  facts: z.array(RiskFact).min(1),
  actions: z.array(RiskAction).min(1),
  rules: z.array(RiskRule).min(1),
});
export type RiskRules = z.infer<typeof RiskRules>;
