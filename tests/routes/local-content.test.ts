import { describe, expect, test } from 'vitest';
import { recordConsent } from '#core/ipc/consent-channels.ts';
import { readPack } from '#core/ipc/content-channels.ts';
import * as directory from '#core/ipc/directory-channels.ts';
import { confirmLaw, confirmPlacePage, readLaw, readPlacePage } from '#core/ipc/law-channels.ts';
import { changeFacility, readFacility } from '#core/ipc/facility-channels.ts';
import { passOn, recordGround } from '#core/ipc/ground-channels.ts';
import { prepareReferral } from '#core/ipc/referral-channels.ts';
import { printSheet } from '#core/ipc/sheet-channels.ts';
import type { Pack } from '#core/pack/pack.ts';
import { RecordAltered } from '../../electron/vault/audit-log.ts';
import { packOfPlace } from '../../electron/routes/local-lists.ts';
import { allExplained } from '../../build/bench/consent-request.ts';
import { sampleRequest, kindOf, sessionOf, unlockSample, valueOf } from '../support/vault.ts';
import { call, type Office, openedOffice } from './office.ts';
import {
  agreeTo,
  consentRequest,
  helper,
  officeWithVisit,
  personOrder,
  referralDraft,
  referralOrder,
  referredTo,
  saveAtOnce,
} from './visits.ts';
import { found } from '../support/core.ts';
import { soundRequests } from './requests.ts';
import { EncounterId } from '#core/domain/encounter.ts';

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

describe('a check of a helper', () => {
  const check = directory.checkContact.request.parse(requests['directory.check']);

  test('stands beside the helper until the day it is due again', async () => {
    // given
    const office = await openedOffice();
    expect(await standingIn(office)).toBe('not-checked');

    // when
    valueOf(await call(office, directory.checkContact, check));

    // then
    expect(await standingIn(office)).toBe('checked');
    office.clock.passDays(400);
    expect(await standingIn(office)).toBe('due');
  });

  test('of another number, in the future, or of nobody is refused', async () => {
    const office = await openedOffice();
    const tried = async (changes: object) =>
      kindOf(await call(office, directory.checkContact, { ...check, ...changes }));
    expect(await tried({ number: '080 005 006' })).toBe('NumberChanged');
    expect(await tried({ checkedOn: '2099-01-01' })).toBe('DayAhead');
    expect(await tried({ contact: 'contact.none' })).toBe('ContactUnknown');
    expect(await standingIn(office)).toBe('not-checked');
  });
});

describe('the law of the country', () => {
  test('can be confirmed, every statement of it, in every country of the pack', async () => {
    const office = await openedOffice();
    const facility = valueOf(await call(office, readFacility, null));
    const failed: string[] = [];
    for (const { id: jurisdiction } of office.desk.pack().jurisdictions) {
      valueOf(await call(office, changeFacility, { ...facility, jurisdiction }));
      for (const { law, packText, packRule } of valueOf(await call(office, readLaw, null))) {
        const words = { law, packText, text: packText, rule: packRule };
        const by = { confirmedBy: 'Our lawyer', confirmedOn: '2031-03-01' };
        const confirmed = await call(office, confirmLaw, { ...words, ...by });
        if (!confirmed.ok) failed.push(`${law}: ${confirmed.error.kind}`);
      }
    }
    expect(failed).toEqual([]);
  });

  test('is confirmed by name and day, and asked about again when its words change', async () => {
    // given
    const office = await openedOffice();
    const [first] = valueOf(await call(office, readLaw, null));
    const { law, packText, packRule, confirmation } = found(first);
    expect(confirmation).toBeNull();

    // when
    const words = { law, packText, text: packText, rule: packRule };
    const signed = { ...words, confirmedBy: 'Our lawyer', confirmedOn: '2031-03-01' };
    valueOf(await call(office, confirmLaw, signed));

    // then
    const [after] = valueOf(await call(office, readLaw, null));
    expect(found(after).confirmation).toMatchObject({ confirmedBy: 'Our lawyer' });
    const here = statementIn(office, law);
    expect(here.confirmed).toEqual({
      confirmedBy: 'Our lawyer',
      confirmedOn: '2031-03-01',
      isInOwnWords: false,
    });
    const older = { ...signed, packText: 'As an older pack had it.' };
    expect(kindOf(await call(office, confirmLaw, older))).toBe('LawChanged');
    const ahead = { ...signed, confirmedOn: '2099-01-01' };
    expect(kindOf(await call(office, confirmLaw, ahead))).toBe('DayAhead');
  });

  test('has numbers, an age and steps that the place says otherwise, by name and day, told to all without the name', async () => {
    // given
    const office = await openedOffice();
    const { packFacts } = valueOf(await call(office, readPlacePage, null));
    const facts = { ...packFacts, ownConsentFrom: 16, procedure: ['Call the county first.'] };
    const signed = { packFacts, facts, confirmedBy: 'Our lawyer', confirmedOn: '2031-03-01' };

    // when
    valueOf(await call(office, confirmPlacePage, signed));

    // then
    const here = placeIn(office.desk.pack());
    expect(here).toMatchObject({ ownConsentFrom: 16, procedure: ['Call the county first.'] });
    expect(here.page).toEqual({
      confirmedBy: 'Our lawyer',
      confirmedOn: '2031-03-01',
      isInOwnWords: true,
    });
    const older = { ...signed, packFacts: { ...packFacts, procedure: [] } };
    expect(kindOf(await call(office, confirmPlacePage, older))).toBe('LawChanged');
    const ahead = { ...signed, confirmedOn: '2099-01-01' };
    expect(kindOf(await call(office, confirmPlacePage, ahead))).toBe('DayAhead');

    // when nobody is signed in any more
    office.desk.lock();
    const open = JSON.stringify(placeIn(office.desk.pack()));
    expect(open).toContain('Call the county first.');
    expect(open).not.toContain('Our lawyer');
  });

  test('is not served when an older list was put in its place', async () => {
    // given
    const office = await openedOffice();
    const request = directory.keepContact.request.parse(requests['directory.keepContact']);
    valueOf(await call(office, directory.keepContact, request));

    // when somebody with the key takes the list away behind the log
    const session = sessionOf(office.desk.vault);
    session.database.exec("DELETE FROM local_content WHERE name = 'directory'");

    // then
    expect(() => packOfPlace(office.desk.packs.plain(), session)).toThrow(RecordAltered);
  });
});

async function idsIn(office: Office): Promise<readonly string[]> {
  return valueOf(await call(office, readPack, null)).contacts.map(({ id }) => id);
}

async function standingIn(office: Office): Promise<string> {
  const pack = valueOf(await call(office, readPack, null));
  return found(pack.contacts.find(({ id }) => id === helper)).standing.kind;
}

function placeIn(pack: Pack) {
  const { jurisdiction } = sampleRequest.facility;
  return found(pack.jurisdictions.find(({ id }) => id === jurisdiction));
}

function statementIn(office: Office, law: string) {
  return found(placeIn(office.desk.pack()).statements.find(({ id }) => id === law));
}
