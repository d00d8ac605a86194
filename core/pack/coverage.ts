import { RequirementId } from './citation.ts';
import { entriesOf, type Pack } from './pack.ts';

/** Every requirement and conflict, in order: R1 to R164, then C1 to C6. */
export const allRequirements: readonly RequirementId[] = [
  ...Array.from({ length: 164 }, (_, at) => `R${at + 1}`),
  ...Array.from({ length: 6 }, (_, at) => `C${at + 1}`),
].map((id) => RequirementId.parse(id));

/** The ids of the entries that say they answer a requirement, by requirement. */
export function coverageOf(pack: Pack): ReadonlyMap<RequirementId, readonly string[]> {
  const entries = entriesOf(pack);
  return new Map(
    allRequirements.map((requirement) => [
      requirement,
      entries.filter(({ answers }) => answers.includes(requirement)).map(({ id }) => id),
    ]),
  );
}
