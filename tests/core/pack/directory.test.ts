import { describe, expect, test } from 'vitest';
import { ContactCheck, ContactId, standingOf } from '#core/domain/contact.ts';
import { confirmationOf, LawConfirmation } from '#core/domain/law-confirmation.ts';
import { type Contact, dialled, helpersOf } from '#core/pack/contact-seed.ts';
import { firstDirectory, LocalContact, readNumber } from '#core/pack/directory.ts';
import type { Pack } from '#core/pack/pack.ts';
import { withLocal } from '#core/pack/with-local.ts';
import { basePack, found, now } from '../../support/core.ts';

const member = '01994f8e-0000-7000-8000-000000000001';
const fi = { code: '358', min: 5, max: 12, trunk: '0' };

const shelter = LocalContact.parse({
  id: 'contact.local-0198c0de',
  jurisdiction: 'fi',
  name: 'A safe house',
  kind: 'shelter',
  number: '040 123 4567',
  person: 'Ask for the night worker',
  hours: 'Day and night',
  languages: ['Finnish'],
  accepts: 'Adults',
  competence: 'A bed tonight',
  firstPoint: false,
  anonymous: 'yes',
  mustTellPolice: 'no',
  whatItChanges: ['They ask for a first name.'],
  addedOn: '2026-11-01',
  addedBy: member,
});

function checkOf(contact: string, number: string, checkedOn: string): ContactCheck {
  return ContactCheck.parse({
    contact,
    number,
    how: 'called',
    checkedBy: 'The lead',
    checkedOn,
    recordedBy: member,
  });
}

function contactIn(pack: Pack, id: string): Contact {
  return found(pack.contacts.find((contact) => contact.id === id));
}

describe('a helper', () => {
  const id = ContactId.parse('contact.fi-nollalinja');
  const number = '080 005 005';
  const standing = (checks: readonly ContactCheck[], days = 182) =>
    standingOf({ id, number }, checks, now, days);

  test('nobody has called yet says so', () => {
    expect(standing([])).toEqual({ kind: 'not-checked' });
    expect(standing([checkOf('contact.gb-helpline', number, '2026-11-01')]).kind).toBe(
      'not-checked',
    );
  });

  test('counts as checked until the day the next check is due', () => {
    // given a check of 2 November that lasts 21 days, on 23 November
    expect(standing([checkOf(id, number, '2026-11-02')], 21)).toMatchObject({
      kind: 'due',
      dueOn: '2026-11-23',
    });
    expect(standing([checkOf(id, number, '2026-11-03')], 21)).toMatchObject({
      kind: 'checked',
      dueOn: '2026-11-24',
    });
  });

  test('has to be checked anew when its number is another one', () => {
    expect(standing([checkOf(id, '080 005 006', '2026-11-20')])).toEqual({ kind: 'not-checked' });
  });

  test('is judged by the latest check', () => {
    const checks = [checkOf(id, number, '2026-11-20'), checkOf(id, number, '2025-01-01')];
    expect(standing(checks).kind).toBe('due');
  });
});

describe('the pack as a place uses it', () => {
  const base = basePack();
  const place = found(base.jurisdictions.find(({ id }) => id === 'fi'));

  test('has the helpers of the place beside those that shipped, each with its standing', () => {
    // given
    const checks = [checkOf(shelter.id, shelter.number, '2026-11-20')];
    const directory = { ...firstDirectory, contacts: [shelter], checks };

    // when
    const pack = withLocal(base, { laws: [], pages: [], wordings: [], directory }, now);

    // then
    expect(contactIn(pack, shelter.id)).toMatchObject({
      origin: 'local',
      kind: 'shelter',
      phone: { e164: '+358401234567', shown: '040 123 4567' },
      person: 'Ask for the night worker',
      standing: { kind: 'checked' },
    });
    expect(contactIn(pack, 'contact.fi-nollalinja')).toMatchObject({
      origin: 'pack',
      standing: { kind: 'not-checked' },
    });
    expect(helpersOf(pack.contacts, place).map((helper) => helper.id)).toContain(shelter.id);
    expect(base.contacts.map((contact) => contact.id)).not.toContain(shelter.id);
  });

  test('offers no helper that the place does not use, and still knows its name', () => {
    const directory = { ...firstDirectory, unused: [ContactId.parse('contact.fi-nollalinja')] };
    const pack = withLocal(base, { laws: [], pages: [], wordings: [], directory }, now);
    expect(helpersOf(pack.contacts, place).map(({ id }) => id)).not.toContain(
      'contact.fi-nollalinja',
    );
    expect(dialled(contactIn(pack, 'contact.fi-nollalinja'))).toBe('080 005 005');
  });

  test('has the law as the place confirmed it, until the pack says something else', () => {
    // given
    const statement = found(place.statements[0]);
    const confirmed = LawConfirmation.parse({
      law: statement.id,
      packText: statement.text,
      text: 'As our lawyer has it.',
      rule: statement.rule,
      confirmedBy: 'The lawyer of this place',
      confirmedOn: '2026-11-20',
      recordedBy: member,
    });

    // when
    const pack = withLocal(
      base,
      { laws: [confirmed], pages: [], wordings: [], directory: firstDirectory },
      now,
    );

    // then
    const here = found(pack.jurisdictions.find(({ id }) => id === 'fi')).statements[0];
    expect(here).toMatchObject({
      text: 'As our lawyer has it.',
      confirmed: { confirmedBy: 'The lawyer of this place', isInOwnWords: true },
    });
    expect(confirmationOf([confirmed], statement)).toEqual(confirmed);
    expect(confirmationOf([confirmed], { ...statement, text: 'Newer.' })).toBeUndefined();
  });

  test('as it ships claims nothing: no call, no confirmed law', () => {
    expect(new Set(base.contacts.map(({ standing }) => standing.kind))).toEqual(
      new Set(['not-checked']),
    );
    const statements = base.jurisdictions.flatMap((each) => each.statements);
    expect(statements.length).toBeGreaterThan(20);
    expect(statements.filter(({ confirmed }) => confirmed !== null)).toEqual([]);
  });
});

describe('a typed number', () => {
  test.each([
    ['040 123 4567', '+358401234567'],
    ['+358 40 123 4567', '+358401234567'],
    ['(040) 123-4567', '+358401234567'],
  ])('%s is read as %s', (typed, e164) => {
    expect(readNumber(typed, fi)).toMatchObject({ ok: true, value: { phone: { e164 } } });
  });

  test('of up to six digits is a short one', () => {
    expect(readNumber('116 006', fi)).toEqual({
      ok: true,
      value: { phone: null, short: '116 006' },
    });
  });

  test.each(['12', '040 123 4567 8901 23', '040 12x', '+358 123', ''])(
    '%j is refused: letters, or not as long as numbers of the country are',
    (typed) => {
      expect(readNumber(typed, fi)).toEqual({ ok: false, error: 'digits' });
    },
  );
});
