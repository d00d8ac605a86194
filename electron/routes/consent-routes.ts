import { err } from '#core/base/result.ts';
import { addDays } from '#core/domain/calendar-date.ts';
import { type ConsentEntry, ConsentItem, consentLastsDays } from '#core/domain/consent.ts';
import { recordConsent } from '#core/ipc/consent-channels.ts';
import { commitIfRoom } from '../vault/database.ts';
import { appendAudit } from '../vault/audit-log.ts';
import { addConsentEntry } from '../vault/repositories/consent.ts';
import { readEncounter } from '../vault/repositories/encounter.ts';
import type { Desk } from './desk.ts';
import { type Route, serve } from './serve.ts';

export function consentRoutes(desk: Desk): readonly Route[] {
  return [
    serve(recordConsent, 'unlocked', ({ encounterId, recipient, yesTo, language }) => {
      if (desk.openVisit() !== encounterId) return err({ kind: 'GateArmed' });
      if (!desk.pack().contacts.some(({ id }) => id === recipient))
        return err({ kind: 'RecipientUnknown' });
      const session = desk.session();
      const encounter = readEncounter(session, encounterId);
      if (encounter === undefined) return err({ kind: 'EncounterUnknown' });
      const decidedAt = desk.clock.now();
      const entries = ConsentItem.options.map((item): ConsentEntry => ({
        id: desk.ids.next(),
        recipient,
        item,
        decision: yesTo.includes(item) ? 'yes' : 'no',
        language,
        decidedAt,
        until: addDays(decidedAt, consentLastsDays),
        recordedBy: session.member.id,
      }));
      return commitIfRoom(session.database, () => {
        for (const entry of entries) addConsentEntry(session, encounter.caseId, entry);
        const yes = entries.filter(({ decision }) => decision === 'yes').length;
        const { caseId } = encounter;
        appendAudit(session, { kind: 'consent-recorded', caseId, yes, no: entries.length - yes });
        return entries;
      });
    }),
  ];
}
