import { describe, expect, test } from 'vitest';
import type { Result } from '#core/base/result.ts';
import { proposeSign } from '#core/ipc/added-sign-channels.ts';
import * as directory from '#core/ipc/directory-channels.ts';
import { changeFacility, readFacility } from '#core/ipc/facility-channels.ts';
import { keepWording } from '#core/ipc/instrument-channels.ts';
import { confirmLaw, confirmPlacePage, readLaw, readPlacePage } from '#core/ipc/law-channels.ts';
import * as updates from '#core/ipc/update-channels.ts';
import { setUpVault } from '#core/ipc/vault-channels.ts';
import { EncounterId } from '#core/domain/encounter.ts';
import { found } from '../support/core.ts';
import { kindOf, sampleRequest, valueOf } from '../support/vault.ts';
import { call, type Office, openedOffice, openOffice } from './office.ts';
import { soundRequests } from './requests.ts';

const requests = soundRequests(EncounterId.parse('0198c0de-0000-7000-8000-000000000000'));
const naming = 'Apua ihmiskaupan uhreille';

/** Every way in which words of a place come onto a screen or a paper, with words that name the subject. */
const ways: Readonly<Record<string, (office: Office) => Promise<Result<unknown, unknown>>>> = {
  'an entry in other words': (office) => {
    const target = { kind: 'entry', id: 'check.room', field: 'text' } as const;
    return call(office, updates.proposeCorrection, { target, text: naming });
  },
  'a phrase in Arabic': (office) => {
    const target = { kind: 'phrase', id: 'person.title', language: 'ar' } as const;
    return call(office, updates.proposeCorrection, { target, text: 'ضحايا الاتجار بالبشر' });
  },
  'the name of a helper': (office) => {
    const { id, fields } = directory.keepContact.request.parse(requests['directory.keepContact']);
    return call(office, directory.keepContact, { id, fields: { ...fields, name: naming } });
  },
  'what a call to a helper changes': (office) => {
    const { id, fields } = directory.keepContact.request.parse(requests['directory.keepContact']);
    const whatItChanges = ['They ask for a name.', naming];
    return call(office, directory.keepContact, { id, fields: { ...fields, whatItChanges } });
  },
  'who made sure of a helper': (office) => {
    const check = directory.checkContact.request.parse(requests['directory.check']);
    return call(office, directory.checkContact, { ...check, checkedBy: naming });
  },
  'the law in own words': async (office) => {
    const [first] = valueOf(await call(office, readLaw, null));
    const { law, packText, packRule: rule } = found(first);
    const signed = { confirmedBy: 'Our lawyer', confirmedOn: '2031-03-01' };
    return call(office, confirmLaw, { law, packText, text: naming, rule, ...signed });
  },
  'a step of the country': async (office) => {
    const { packFacts } = valueOf(await call(office, readPlacePage, null));
    const facts = { ...packFacts, procedure: [naming] };
    const signed = { confirmedBy: 'Our lawyer', confirmedOn: '2031-03-01' };
    return call(office, confirmPlacePage, { packFacts, facts, ...signed });
  },
  'a question of a questionnaire': (office) => {
    const sound = keepWording.request.parse(requests['instrument.keepWording']);
    const questions = [naming, ...sound.questions.slice(1)];
    return call(office, keepWording, { ...sound, questions });
  },
  'how its slips end': async (office) => {
    const facility = valueOf(await call(office, readFacility, null));
    return call(office, changeFacility, { ...facility, usualSlip: { head: '', foot: naming } });
  },
  'a sign of its own': (office) => call(office, proposeSign, { text: 'A tattoo', hint: naming }),
  'the name of the place': async (office) => {
    const facility = valueOf(await call(office, readFacility, null));
    return call(office, changeFacility, { ...facility, name: naming });
  },
};

describe('words of the place that name the subject are not taken', () => {
  test.each(Object.entries(ways))('%s', async (_way, enter) => {
    expect(kindOf(await enter(await openedOffice()))).toBe('NamesSubject');
  });

  test('nor the name of a place that is being set up', async () => {
    const facility = { ...sampleRequest.facility, name: naming };
    const reply = await call(openOffice(), setUpVault, { ...sampleRequest, facility });
    expect(kindOf(reply)).toBe('NamesSubject');
  });
});

test('the full sheet, which staff choose for itself, may be put in other words', async () => {
  const office = await openedOffice();
  const target = { kind: 'phrase', id: 'full.title', language: 'fi' } as const;
  const reply = await call(office, updates.proposeCorrection, { target, text: 'Ihmiskaupasta' });
  expect(kindOf(reply)).toBe('ok');
});
