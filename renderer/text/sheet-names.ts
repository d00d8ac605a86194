import { t } from '@lingui/core/macro';
import type { SheetKind } from '#core/sheet/sheet.ts';

/** What staff call a sheet. Nothing here tells what it is about. */
export function sheetName(kind: SheetKind): string {
  const names: Readonly<Record<SheetKind, string>> = {
    person: t`Sheet of information`,
    full: t`Full sheet`,
    card: t`Small cards`,
    slip: t`Appointment slip`,
    'follow-up': t`Appointment slip`,
    memorise: t`Number to read aloud`,
    bilingual: t`Sheet in two languages`,
    'safety-plan': t`Plan for the days to come`,
    'clinical-summary': t`Summary for the ordinary record`,
    poster: t`Poster`,
    leaflet: t`Leaflet`,
    'phrase-panel': t`Phrases to point at`,
    referral: t`Sheet for the helper`,
    ground: t`Notice to an agency`,
    'refusal-note': t`Note of a no`,
    'consent-record': t`Record of what was decided`,
    'missing-person': t`Facts for a search`,
    'stop-notice': t`Notice to stop`,
    'log-slip': t`Slip of the log`,
    'activity-report': t`Report of a day`,
    'test-page': t`Test page`,
    recovery: t`Recovery sheet`,
  };
  return names[kind];
}
