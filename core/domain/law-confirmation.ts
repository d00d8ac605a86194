import { z } from 'zod';
import { CalendarDate } from './calendar-date.ts';
import { StaffId } from './staff.ts';

export const LawId = z.string().regex(/^law\.[a-z0-9-]+$/);
export type LawId = z.infer<typeof LawId>;

/** What a legal statement says may, must or must not be done. */
export const LegalRule = z.enum(['forbids', 'allows', 'requires', 'depends', 'none-found']);
export type LegalRule = z.infer<typeof LegalRule>;

/**
 * That this place has had one legal statement confirmed, as it stands in the pack or in words of
 * its own. The log keeps it signed by the member who recorded it.
 */
export const LawConfirmation = z.strictObject({
  law: LawId,
  /** The pack's words that were read. Other words, as after an update, are confirmed anew. */
  packText: z.string().min(1).max(4_000),
  /** What holds here: the words of the pack, or the place's own. */
  text: z.string().trim().min(1).max(4_000),
  rule: LegalRule,
  /** Who says so: a lawyer, an authority, the lead. */
  confirmedBy: z.string().trim().min(1).max(120),
  confirmedOn: CalendarDate,
  recordedBy: StaffId,
});
export type LawConfirmation = z.infer<typeof LawConfirmation>;

export const LawConfirmations = z.array(LawConfirmation);

/**
 * Whether this place has confirmed a statement of the pack, and in which words.
 *
 * @param statement as it stands in the pack, not as the place has edited it
 * @returns the latest confirmation of these very words, or undefined: the law is then advice only
 */
export function confirmationOf<Confirmation extends Pick<LawConfirmation, 'law' | 'packText'>>(
  confirmations: readonly Confirmation[],
  statement: { readonly id: LawId; readonly text: string },
): Confirmation | undefined {
  return confirmations.findLast(
    ({ law, packText }) => law === statement.id && packText === statement.text,
  );
}
