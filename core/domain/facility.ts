import { z } from 'zod';

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

export const Facility = z.strictObject({
  name: z.string().trim().min(1).max(120),
  jurisdiction: JurisdictionId,
  saving: SavingRule,
});
export type Facility = z.infer<typeof Facility>;
