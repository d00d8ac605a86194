import { z } from 'zod';
import { CalendarDate } from '#core/domain/calendar-date.ts';
import { StaffId } from '#core/domain/staff.ts';
import { Citation } from './citation.ts';
import { Scoring } from './scoring.ts';

/**
 * A published screening instrument: what it is and how well it did, without its questions.
 * Percentages are as published; null is what nobody here knows.
 */
export const Instrument = z.strictObject({
  id: z.string().regex(/^instrument\.[a-z0-9-]+$/),
  name: z.string().min(1),
  population: z.string().min(1),
  setting: z.string().min(1),
  ageRange: z.strictObject({ min: z.number().nullable(), max: z.number().nullable() }),
  items: z.number().int().positive(),
  scoring: Scoring,
  performance: z.array(
    z.strictObject({
      group: z.string().optional(),
      sample: z.number().int().nullable(),
      /** Where one person could be assessed more than once. */
      assessments: z.number().int().optional(),
      positives: z.number().int().nullable().optional(),
      population: z.string().min(1),
      sensitivity: z.number().nullable(),
      specificity: z.number().nullable(),
      ppv: z.number().nullable(),
      npv: z.number().nullable(),
      prevalence: z.number().nullable(),
      source: Citation,
      toConfirm: z.string().optional(),
    }),
  ),
  wording: z.literal('licensed-not-included'),
  meaning: z.strictObject({ positive: z.string().min(1), negative: z.string().min(1) }),
  sources: z.array(Citation.extend({ year: z.number().int().nullable() })).min(1),
  toConfirm: z.string().optional(),
});
export type Instrument = z.infer<typeof Instrument>;

/** The questions of an instrument, brought in by a place that has the right to use them. */
export const InstrumentWording = z.strictObject({
  instrument: Instrument.shape.id,
  /** Who gave the right, and how. */
  licence: z.string().trim().min(1).max(400),
  questions: z.array(z.string().trim().min(1).max(600)).min(2).max(40),
  importedOn: CalendarDate,
  importedBy: StaffId,
});
export type InstrumentWording = z.infer<typeof InstrumentWording>;

/** An instrument in use: with its questions where the place has brought them in. */
export type InstrumentInUse = Instrument & { readonly questions: readonly string[] | null };
