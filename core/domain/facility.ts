import { z } from 'zod';
import { LanguageTag, staffLanguage } from './language.ts';
import { ProfessionalNumber, StaffId } from './staff.ts';
import { Setting } from './setting.ts';
import { usualWatchRules, WatchRules } from './watch-rules.ts';

export const JurisdictionId = z
  .string()
  .regex(/^[a-z]{2}(-[a-z]+)*$|^generic$/)
  .brand<'JurisdictionId'>();
export type JurisdictionId = z.infer<typeof JurisdictionId>;

/** Whether a sheet may leave the vault as a file. A file is plain text to whoever finds it: the default is never. */
export const SavingRule = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('never') }),
  z.strictObject({ kind: z.literal('folder'), folder: z.string().trim().min(1).max(500) }),
]);
export type SavingRule = z.infer<typeof SavingRule>;

/** Whether a lead may open every case, each by a grant like any other, or only what is shared with them. */
export const LeadsRead = z.enum(['all', 'shared']);
export type LeadsRead = z.infer<typeof LeadsRead>;

/** How this place's own appointment slips begin and end, so that ours are like them; a text may have lines. */
export const UsualSlip = z.strictObject({
  head: z.string().trim().max(200),
  foot: z.string().trim().max(300),
});
export type UsualSlip = z.infer<typeof UsualSlip>;

export const Facility = z.strictObject({
  name: z.string().trim().min(1).max(120),
  jurisdiction: JurisdictionId,
  saving: SavingRule,
  /** A place that was set up before these rules existed has the usual ones. */
  watch: WatchRules.default(usualWatchRules),
  leadsRead: LeadsRead.default('all'),
  /** Languages that sheets may be in although nobody who speaks them has read the phrases. */
  enabledDrafts: z.array(LanguageTag).default([]),
  /** Members whom papers name by a number of their profession, and not by their first name. */
  staffNumbers: z.partialRecord(StaffId, ProfessionalNumber).default({}),
  /** The language in which staff read the content, where it has words in it; the rest is English. */
  readsIn: LanguageTag.default(staffLanguage),
  /** What kind of place it is: the open questions of a visit begin with those for it. */
  setting: Setting.default('any'),
  usualSlip: UsualSlip.default({ head: '', foot: '' }),
});
export type Facility = z.infer<typeof Facility>;
