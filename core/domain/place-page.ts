import { z } from 'zod';
import { CalendarDate } from './calendar-date.ts';
import { JurisdictionId } from './facility.ts';
import { StaffId } from './staff.ts';

/** What a place may know better than the pack about the country it is in, beside the law itself. */
export const PlaceFacts = z.strictObject({
  /** As dialled, the one for danger to life first. It may stand on a sheet for a person. */
  emergency: z
    .array(
      z.strictObject({
        number: z.string().regex(/^\d{2,6}$/),
        what: z.string().trim().min(1).max(120),
      }),
    )
    .max(8),
  /** The age from which a young person agrees alone; null where there is none. */
  ownConsentFrom: z.number().int().min(10).max(17).nullable(),
  /** The usual way to help, step by step. */
  procedure: z.array(z.string().trim().min(1).max(400)).max(20),
});
export type PlaceFacts = z.infer<typeof PlaceFacts>;

/**
 * That this place has confirmed the page of its country, as it stands in the pack or in words of
 * its own. The log keeps it signed by the member who recorded it.
 */
export const PlacePage = z.strictObject({
  jurisdiction: JurisdictionId,
  /** What the pack said when it was read. Where it says something else by now, the page is confirmed anew. */
  packFacts: PlaceFacts,
  facts: PlaceFacts,
  /** Who says so: an authority, a lawyer, the lead. */
  confirmedBy: z.string().trim().min(1).max(120),
  confirmedOn: CalendarDate,
  recordedBy: StaffId,
});
export type PlacePage = z.infer<typeof PlacePage>;

export function isSamePage(one: PlaceFacts, other: PlaceFacts): boolean {
  return JSON.stringify(PlaceFacts.parse(one)) === JSON.stringify(PlaceFacts.parse(other));
}

/** @returns the latest confirmation of a page that says this in the pack, or undefined */
export function pageOf<Page extends Pick<PlacePage, 'jurisdiction' | 'packFacts'>>(
  pages: readonly Page[],
  jurisdiction: JurisdictionId,
  packFacts: PlaceFacts,
): Page | undefined {
  return pages.findLast(
    (page) => page.jurisdiction === jurisdiction && isSamePage(page.packFacts, packFacts),
  );
}
