import { err, ok, type Result } from '#core/base/result.ts';
import { dayHere } from '#core/domain/calendar-date.ts';
import { type ContactCheck, ContactId } from '#core/domain/contact.ts';
import * as channels from '#core/ipc/directory-channels.ts';
import { saysSubject } from '#core/pack/check-discreet.ts';
import {
  type Directory,
  isAnother,
  type LocalContact,
  type LocalContactFields,
  readNumber,
} from '#core/pack/directory.ts';
import { checkedNumber } from '#core/pack/with-local.ts';
import { appendAudit } from '../vault/audit-log.ts';
import { commitIfRoom } from '../vault/database.ts';
import { readLocal, writeLocal } from '../vault/repositories/local-content.ts';
import type { Desk } from './desk.ts';
import { momentOf } from './issuing.ts';
import { directoryList } from './local-lists.ts';
import { type Route, serve } from './serve.ts';

/**
 * The directory: who looks after it is the lead; whoever meets people may say that they called.
 *
 * @param onChanged tells the open pages and the queue that something else may be passed on now
 */
export function directoryRoutes(desk: Desk, onChanged: () => void): readonly Route[] {
  const read = () => readLocal(desk.session().database, directoryList);
  const isLead = () => desk.session().member.role === 'safeguarding-lead';
  const isKnown = (id: ContactId) => desk.pack().contacts.some((contact) => contact.id === id);

  function write<Value>(
    next: Directory,
    what: string,
    value: Value,
  ): Result<Value, { readonly kind: 'DiskFull' }> {
    const session = desk.session();
    return commitIfRoom(session.database, () => {
      writeLocal(session.database, directoryList, next);
      appendAudit(session, { kind: 'setting-changed', settings: [what] });
      return value;
    });
  }

  function wrongNumber({ jurisdiction, number }: LocalContactFields) {
    const { jurisdictions, phoneLengths, obsoleteContacts } = desk.packs.plain();
    const place = jurisdictions.find(({ id }) => id === jurisdiction);
    if (place === undefined) return { kind: 'JurisdictionUnknown' as const };
    const typed = readNumber(number, phoneLengths[place.parent ?? place.id]);
    if (!typed.ok) return { kind: 'NumberWrong' as const, why: typed.error };
    const { phone } = typed.value;
    const isObsolete = phone !== null && obsoleteContacts.some(({ e164 }) => e164 === phone.e164);
    return isObsolete ? { kind: 'NumberWrong' as const, why: 'obsolete' as const } : undefined;
  }

  return [
    serve(channels.readDirectory, 'unlocked', () => ok(read())),

    serve(channels.keepContact, 'unlocked', ({ id, fields }) => {
      if (!isLead()) return err({ kind: 'NotAllowed' });
      const directory = read();
      const before = directory.contacts.find((contact) => contact.id === id);
      if (id !== null && before === undefined) return err({ kind: 'ContactUnknown' });
      const wrong = wrongNumber(fields);
      if (wrong !== undefined) return err(wrong);
      if (saysSubject(fields)) return err({ kind: 'NamesSubject' });
      const hasBecomeAnother = before !== undefined && isAnother(before, fields);
      const kept: LocalContact = {
        ...fields,
        id: before?.id ?? ContactId.parse(`contact.local-${desk.ids.next()}`),
        addedOn: dayHere(desk.clock.now()),
        addedBy: desk.session().member.id,
        ...(hasBecomeAnother ? { anotherSince: momentOf(desk) } : sinceOf(before)),
      };
      const others = directory.contacts.filter((contact) => contact.id !== kept.id);
      const contacts = [...others, kept];
      const written = write({ ...directory, contacts }, 'directory-contact', kept);
      if (written.ok && hasBecomeAnother) onChanged();
      return written;
    }),

    serve(channels.checkContact, 'unlocked', (request) => {
      const { member } = desk.session();
      if (member.role === 'administrator') return err({ kind: 'NotAllowed' });
      const contact = desk.pack().contacts.find(({ id }) => id === request.contact);
      if (contact === undefined) return err({ kind: 'ContactUnknown' });
      if (checkedNumber(contact) !== request.number) return err({ kind: 'NumberChanged' });
      if (request.checkedOn > dayHere(desk.clock.now())) return err({ kind: 'DayAhead' });
      if (saysSubject(request.checkedBy)) return err({ kind: 'NamesSubject' });
      const check: ContactCheck = { ...request, recordedBy: member.id };
      const directory = read();
      return write(
        { ...directory, checks: [...directory.checks, check] },
        'directory-check',
        check,
      );
    }),

    serve(channels.useContact, 'unlocked', ({ contact, use }) => {
      if (!isLead()) return err({ kind: 'NotAllowed' });
      if (!isKnown(contact)) return err({ kind: 'ContactUnknown' });
      const directory = read();
      const others = directory.unused.filter((id) => id !== contact);
      const unused = use === 'used' ? others : [...others, contact];
      const written = write({ ...directory, unused }, 'directory-contact', null);
      if (written.ok) onChanged();
      return written;
    }),

    serve(channels.setCheckDays, 'unlocked', ({ checkDays }) => {
      if (!isLead()) return err({ kind: 'NotAllowed' });
      return write({ ...read(), checkDays }, 'directory-check-days', null);
    }),
  ];
}

function sinceOf(contact: LocalContact | undefined): Pick<LocalContact, 'anotherSince'> {
  const { anotherSince } = contact ?? {};
  return anotherSince === undefined ? {} : { anotherSince };
}
