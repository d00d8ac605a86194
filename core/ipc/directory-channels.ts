import { z } from 'zod';
import { ContactCheck, ContactId } from '#core/domain/contact.ts';
import { Directory, LocalContact, LocalContactFields } from '#core/pack/directory.ts';
import {
  channel,
  DiskFull,
  failure,
  NamesSubject,
  NoRequest,
  NotAllowed,
  Nothing,
} from './channel.ts';

/** What this place keeps beside the helpers of the pack. */
export const readDirectory = channel('directory.read', NoRequest, Directory, z.never());

const Refusals = [NotAllowed, failure('ContactUnknown', {}), DiskFull] as const;

/** Adds a helper of this place, or replaces one: null for a new one. */
export const keepContact = channel(
  'directory.keepContact',
  z.strictObject({ id: ContactId.nullable(), fields: LocalContactFields }),
  LocalContact,
  z.union([
    ...Refusals,
    /** Too many or too few digits for the country, or a number that must not be used any more. */
    failure('NumberWrong', { why: z.enum(['digits', 'obsolete']) }),
    failure('JurisdictionUnknown', {}),
    NamesSubject,
  ]),
);

/** That somebody made sure of a helper: who, when and how. */
export const checkContact = channel(
  'directory.check',
  ContactCheck.pick({ contact: true, number: true, how: true, checkedBy: true, checkedOn: true }),
  ContactCheck,
  z.union([
    ...Refusals,
    /** Another number stands there by now. */
    failure('NumberChanged', {}),
    failure('DayAhead', {}),
    NamesSubject,
  ]),
);

/** Whether this place uses a helper. One that it does not use is offered nowhere and lost to nobody. */
export const useContact = channel(
  'directory.use',
  z.strictObject({ contact: ContactId, use: z.enum(['used', 'unused']) }),
  Nothing,
  z.union(Refusals),
);

/** After how many days a check is due again. */
export const setCheckDays = channel(
  'directory.setCheckDays',
  Directory.pick({ checkDays: true }),
  Nothing,
  z.union(Refusals),
);
