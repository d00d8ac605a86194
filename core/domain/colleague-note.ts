import { z } from 'zod';
import { StaffMember } from './staff.ts';

/**
 * What a member wants the safeguarding lead to know. It names no person, no case and no
 * visit: the lead asks the colleague.
 */
export const NoteForLead = z.strictObject({
  id: z.uuid(),
  kind: z.enum([
    /** A talk alone did not come about, and the usual care was given (R47). */
    'could-not-be-alone',
    /** The member would like to talk about a visit (R162). */
    'wants-to-talk',
  ]),
  raisedAt: z.iso.datetime({ precision: 3 }),
  by: StaffMember.shape.displayName,
  isSeen: z.boolean(),
});
export type NoteForLead = z.infer<typeof NoteForLead>;

/** What a member writes down for themselves after a visit. Nobody else can open it (R164). */
export const OwnNote = z.strictObject({
  id: z.uuid(),
  writtenAt: z.iso.datetime({ precision: 3 }),
  words: z.string().trim().min(1).max(4_000),
});
export type OwnNote = z.infer<typeof OwnNote>;
