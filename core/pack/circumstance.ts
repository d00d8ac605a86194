import { z } from 'zod';
import { CircumstanceId } from '#core/domain/circumstance.ts';
import { IndicatorId } from '#core/domain/observation.ts';
import { RiskFactId } from '#core/domain/risk.ts';
import { entryFields } from './citation.ts';
import { PhraseId } from './phrase.ts';

/** The points of an explanation that depend on who the person is. */
export const CircumstancePoint = z.enum(['status', 'family', 'proceedings']);
export type CircumstancePoint = z.infer<typeof CircumstancePoint>;

/** What a circumstance changes, and about which options and which helpers it is said. */
const Change = z.strictObject({
  text: z.string().min(1),
  /** Options of the page before the choice, beside which it stands. */
  options: z.array(PhraseId).optional(),
  /** `police`: those who are the police, must tell them, or of whom nobody knows it. `others`: all but these. */
  helpers: z.enum(['any', 'police', 'others']).optional(),
});

/** Something about papers, family or proceedings that changes what an option means (R85). Never a finding. */
export const Circumstance = z.strictObject({
  id: CircumstanceId,
  point: CircumstancePoint,
  text: z.string().min(1),
  changes: z.array(Change).min(1),
  /** What a visit may have noted already that says the same, so that nobody is asked twice. */
  signs: z.array(IndicatorId).optional(),
  facts: z.array(RiskFactId).optional(),
  ...entryFields,
});
export type Circumstance = z.infer<typeof Circumstance>;

/** What is said about a point whatever is known, and what staff read and ask where nothing is. */
const CircumstanceQuestion = z.strictObject({
  id: z.string().regex(/^circumstance-question\.[a-z0-9-]+$/),
  point: CircumstancePoint,
  say: z.array(z.string().min(1)),
  unknown: z.string().min(1),
  ask: z.string().min(1),
  ...entryFields,
});

export const Circumstances = z.strictObject({
  questions: z.array(CircumstanceQuestion).min(1),
  known: z.array(Circumstance).min(1),
});
export type Circumstances = z.infer<typeof Circumstances>;
