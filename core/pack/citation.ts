import { z } from 'zod';
import { CalendarDate } from '#core/domain/calendar-date.ts';

/** The short name of a work in the manifest's list of sources, such as `FI` or `IOM`. */
export const SourceId = z.string().regex(/^[A-Z][A-Z0-9-]*$/);
export type SourceId = z.infer<typeof SourceId>;

/** A requirement (`R47`) or a conflict between sources (`C3`) that an entry answers. */
export const RequirementId = z.string().regex(/^(R([1-9]\d?|1[0-5]\d|16[0-4])|C[1-6])$/);
export type RequirementId = z.infer<typeof RequirementId>;

/** A work that entries cite: what it is, where it is, and when somebody last looked. */
export const Source = z.strictObject({
  id: SourceId,
  title: z.string().min(1),
  publisher: z.string().min(1),
  /** What may be taken from it: facts always, wording only where the licence says so. */
  licence: z.string().min(1),
  checked: CalendarDate,
  /** The page's own date, where one is known. */
  dated: z.string().min(1).optional(),
});
export type Source = z.infer<typeof Source>;

/** Where an entry comes from: a work, and the place in it. */
export const Citation = z.strictObject({ work: SourceId, place: z.string().min(1) });
export type Citation = z.infer<typeof Citation>;

/** What every entry of a pack carries beside its own fields. */
export const entryFields = {
  sources: z.array(Citation).min(1),
  answers: z.array(RequirementId),
};
