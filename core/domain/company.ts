import { z } from 'zod';

/** What somebody who came along was seen to do. Noted in passing; none of it means anything alone. */
export const CompanyDid = z.enum(['answers', 'interprets', 'stays', 'waits', 'keeps-papers']);
export type CompanyDid = z.infer<typeof CompanyDid>;

/**
 * Who came along, as it can be noted while they are still in the room (R12, R42): nothing in
 * it says anything about the person.
 */
export const Company = z.strictObject({
  came: z.enum(['not-noted', 'alone', 'with-someone']),
  did: z.array(CompanyDid),
  /** Whether a talk alone came about. `could-not`: the usual care was given instead. */
  parted: z.enum(['not-noted', 'parted', 'could-not']),
});
export type Company = z.infer<typeof Company>;

export const noCompanyNoted: Company = { came: 'not-noted', did: [], parted: 'not-noted' };

/** What was noted later is added to what stood there; nothing is taken away. */
export function withNoted(before: Company, noted: Company): Company {
  return {
    came: noted.came === 'not-noted' ? before.came : noted.came,
    did: CompanyDid.options.filter((did) => before.did.includes(did) || noted.did.includes(did)),
    parted: noted.parted === 'not-noted' ? before.parted : noted.parted,
  };
}
