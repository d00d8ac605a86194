import { z } from 'zod';
import { ConsentEntry, ConsentItem } from '#core/domain/consent.ts';
import { ContactId } from '#core/domain/contact.ts';
import { EncounterId } from '#core/domain/encounter.ts';
import { LanguageTag } from '#core/domain/language.ts';
import { channel, failure } from './channel.ts';
import { GateArmed } from './encounter-channels.ts';

/**
 * Records what the person decided for one recipient: yes to the items named, no to all
 * others. What came before stays in the ledger and counts no longer.
 */
export const recordConsent = channel(
  'consent.record',
  z.strictObject({
    encounterId: EncounterId,
    recipient: ContactId,
    yesTo: z.array(ConsentItem),
    language: LanguageTag,
  }),
  z.array(ConsentEntry),
  z.union([
    GateArmed,
    failure('EncounterUnknown', {}),
    failure('RecipientUnknown', {}),
    failure('DiskFull', {}),
  ]),
);
