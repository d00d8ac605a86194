import { z } from 'zod';

const words = z.string().trim().max(500);

/**
 * What could help to find the person on the day somebody reports them missing (R130). Kept apart
 * from every other record, by a yes of its own, and released by that report alone.
 */
export const MissingFacts = z.strictObject({
  height: words,
  age: words,
  nationality: words,
  hairAndEyes: words,
  /** Such as a scar, a tattoo or a limp. */
  features: words,
  clothes: words,
  languages: words,
  /** Where the person might be, or be taken. */
  places: words,
});
export type MissingFacts = z.infer<typeof MissingFacts>;

export const noMissingFacts: MissingFacts = {
  height: '',
  age: '',
  nationality: '',
  hairAndEyes: '',
  features: '',
  clothes: '',
  languages: '',
  places: '',
};

/** Nobody foresees the day: this yes lasts longer than one for a helper, and is asked again each year. */
export const missingConsentLastsDays = 365;
