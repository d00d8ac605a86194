import { describe, expect, test } from 'vitest';
import { ContactId } from '#core/domain/contact.ts';
import { EncounterId } from '#core/domain/encounter.ts';
import { recordConsent } from '#core/ipc/consent-channels.ts';
import { readPack } from '#core/ipc/content-channels.ts';
import * as directory from '#core/ipc/directory-channels.ts';
import { passOn, recordGround } from '#core/ipc/ground-channels.ts';
import { prepareReferral } from '#core/ipc/referral-channels.ts';
import { printSheet } from '#core/ipc/sheet-channels.ts';
import { allExplained } from '../../build/bench/consent-request.ts';
import { directoryList } from '../../electron/routes/local-lists.ts';
import { commit } from '../../electron/vault/database.ts';
import { readLocal, writeLocal } from '../../electron/vault/repositories/local-content.ts';
import { kindOf, unlockSample, valueOf } from '../support/vault.ts';
import { call, type Office, openedOffice } from './office.ts';
import { soundRequests } from './requests.ts';
import {
  agreeTo,
  consentRequest,
  officeWithVisit,
  personOrder,
  referralDraft,
  referralOrder,
  referredTo,
  saveAtOnce,
} from './visits.ts';

const requests = soundRequests(EncounterId.parse('0198c0de-0000-7000-8000-000000000000'));
const shelter = directory.keepContact.request.parse(requests['directory.keepContact']);

describe('a helper that the place adds', () => {
  test('is offered to whoever is signed in, and told to nobody else', async () => {
    // given
    const office = await openedOffice();

    // when
    const { id } = valueOf(await call(office, directory.keepContact, shelter));

    // then
    expect(await idsIn(office)).toContain(id);
    office.desk.lock();
    expect(await idsIn(office)).not.toContain(id);
    expect(JSON.stringify(valueOf(await call(office, readPack, null)))).not.toContain(
      shelter.fields.name,
    );
  });

  test('is there again after the next sign-in, and can be changed', async () => {
    // given
    const office = await openedOffice();
    const { id } = valueOf(await call(office, directory.keepContact, shelter));
    office.desk.lock();
    valueOf(await unlockSample(office.desk.vault));

    // when
    const fields = { ...shelter.fields, name: 'Another name' };
    valueOf(await call(office, directory.keepContact, { id, fields }));

    // then
    const kept = valueOf(await call(office, directory.readDirectory, null)).contacts;
    expect(kept.map(({ name }) => name)).toEqual(['Another name']);
  });

  test.each<readonly [string, Partial<typeof shelter.fields>, string]>([
    ['a number', { number: '040 765 4321' }, 'ok'],
    ['an answer that does no harm', { mustTellPolice: 'unknown' }, 'ok'],
    ['another spelling of the name', { name: ' umbrageous  Kettle HOUSE' }, 'ok'],
    ['another name', { name: 'Police of the harbour' }, 'ConsentMissing'],
    ['another kind', { kind: 'police-unit' }, 'ConsentMissing'],
    ['that they must tell the police', { mustTellPolice: 'yes' }, 'ConsentMissing'],
  ])('changed by %s: whether what the person agreed to still holds', async (_, part, expected) => {
    // given a yes to the helper as it was
    const { office, id: encounterId } = await officeWithVisit();
    const { id } = valueOf(await call(office, directory.keepContact, shelter));
    const outcome = referredTo(id, ['alias']);
    valueOf(await saveAtOnce(office, encounterId, referralDraft({ outcome })));
    valueOf(await agreeTo(office, encounterId, ['alias'], id));
    const order = { ...referralOrder(encounterId), recipient: id };
    const print = async () => kindOf(await call(office, printSheet, order));
    expect(await print()).toBe('ok');

    // when
    const told = office.changed.length;
    const fields = { ...shelter.fields, ...part };
    valueOf(await call(office, directory.keepContact, { id, fields }));

    // then
    expect(await print()).toBe(expected);
    expect(office.changed.length > told).toBe(expected !== 'ok');
    office.clock.passDays(1);
    valueOf(await agreeTo(office, encounterId, ['alias'], id));
    expect(await print()).toBe('ok');
  });

  test('that is not used any more is told nothing, whatever was agreed to, until it is used again', async () => {
    // given
    const { office, id: encounterId } = await officeWithVisit();
    const { id } = valueOf(await call(office, directory.keepContact, shelter));
    valueOf(
      await saveAtOnce(office, encounterId, referralDraft({ outcome: referredTo(id, ['alias']) })),
    );
    valueOf(await agreeTo(office, encounterId, ['alias'], id));
    const order = { ...referralOrder(encounterId), recipient: id };
    const card = { ...personOrder(encounterId), helper: id };
    const asked = async () => [
      kindOf(await call(office, printSheet, order)),
      kindOf(await call(office, prepareReferral, { encounterId, recipient: id })),
      kindOf(await agreeTo(office, encounterId, ['alias', 'needs'], id)),
      kindOf(await call(office, printSheet, card)),
    ];

    // when
    const told = office.changed.length;
    valueOf(await call(office, directory.useContact, { contact: id, use: 'unused' }));

    // then
    expect(office.changed.length).toBeGreaterThan(told);
    expect(await asked()).toEqual([
      'ConsentMissing',
      'ConsentMissing',
      'RecipientUnknown',
      'RecipientUnknown',
    ]);
    valueOf(await agreeTo(office, encounterId, [], id));
    valueOf(await call(office, directory.useContact, { contact: id, use: 'used' }));
    valueOf(await agreeTo(office, encounterId, ['alias'], id));
    expect(await asked()).toEqual(['ok', 'ok', 'ok', 'ok']);
  });

  test('is told nothing on a ground that names the one before', async () => {
    // given
    const { office, id: encounterId } = await officeWithVisit();
    const { id } = valueOf(await call(office, directory.keepContact, shelter));
    const request = recordGround.request.parse(requests['ground.record']);
    const facts = { ...request.facts, recipient: id };
    const ground = valueOf(await call(office, recordGround, { ...request, encounterId, facts }));
    const passing = () => call(office, passOn, { encounterId, groundId: ground.id });
    expect(kindOf(await passing())).toBe('ok');

    // when
    const fields = { ...shelter.fields, name: 'Police of the harbour' };
    valueOf(await call(office, directory.keepContact, { id, fields }));

    // then
    expect(kindOf(await passing())).toBe('RecipientUnknown');
  });

  test('is not agreed to by what was explained of the one before', async () => {
    // given
    const { office, id: encounterId } = await officeWithVisit();
    const { id } = valueOf(await call(office, directory.keepContact, shelter));
    office.clock.passDays(1);
    const explanation = { ...allExplained, givenAt: office.clock.now() };
    office.clock.passDays(1);
    const fields = { ...shelter.fields, name: 'Police of the harbour' };
    valueOf(await call(office, directory.keepContact, { id, fields }));
    office.clock.passDays(1);

    // when
    const request = consentRequest(encounterId, ['alias'], id);
    const early = await call(office, recordConsent, { ...request, explanation });

    // then
    expect(kindOf(early)).toBe('ExplanationMissing');
    const anew = { ...explanation, givenAt: office.clock.now() };
    expect(kindOf(await call(office, recordConsent, { ...request, explanation: anew }))).toBe('ok');
  });

  test('can be one of very many', async () => {
    const office = await openedOffice();
    const { id: first } = valueOf(await call(office, directory.keepContact, shelter));
    const { database } = office.desk.session();
    commit(database, () => {
      const { contacts, ...rest } = readLocal(database, directoryList);
      const all = contacts.flatMap((one) =>
        Array.from({ length: 500 }, (_, at) => ({ ...one, id: ContactId.parse(`${first}-${at}`) })),
      );
      writeLocal(database, directoryList, { ...rest, contacts: all });
    });
    expect(kindOf(await call(office, directory.keepContact, shelter))).toBe('ok');
    expect(valueOf(await call(office, directory.readDirectory, null)).contacts).toHaveLength(501);
  });

  test.each([
    ['12', 'digits'],
    ['not a number', 'digits'],
    ['0800 783 2589', 'obsolete'],
  ])('with the number %j is refused', async (number, why) => {
    const office = await openedOffice();
    const fields = { ...shelter.fields, jurisdiction: 'gb', number };
    expect(await call(office, directory.keepContact, { id: null, fields })).toEqual({
      ok: false,
      error: { kind: 'NumberWrong', why },
    });
  });
});

async function idsIn(office: Office): Promise<readonly string[]> {
  return valueOf(await call(office, readPack, null)).contacts.map(({ id }) => id);
}
