import { describe, expect, test } from 'vitest';
import { readPack } from '#core/ipc/content-channels.ts';
import * as directory from '#core/ipc/directory-channels.ts';
import { confirmLaw, confirmPlacePage, readLaw, readPlacePage } from '#core/ipc/law-channels.ts';
import { changeFacility, readFacility } from '#core/ipc/facility-channels.ts';
import type { Pack } from '#core/pack/pack.ts';
import { RecordAltered } from '../../electron/vault/audit-log.ts';
import { packOfPlace } from '../../electron/routes/local-lists.ts';
import { sampleRequest, kindOf, sessionOf, valueOf } from '../support/vault.ts';
import { call, type Office, openedOffice } from './office.ts';
import { helper } from './visits.ts';
import { found } from '../support/core.ts';
import { soundRequests } from './requests.ts';
import { EncounterId } from '#core/domain/encounter.ts';

const requests = soundRequests(EncounterId.parse('0198c0de-0000-7000-8000-000000000000'));

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
