import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { confirmLaw, readLaw } from '#core/ipc/law-channels.ts';
import * as channels from '#core/ipc/ground-channels.ts';
import { previewSheet, printSheet } from '#core/ipc/sheet-channels.ts';
import { confirmAlone, startEncounter } from '#core/ipc/encounter-channels.ts';
import { plainFormat } from '#core/sheet/paper.ts';
import { found, textsOf } from '../support/core.ts';
import { kindOf, typedWords, valueOf } from '../support/vault.ts';
import { call } from './office.ts';
import { agreeTo, helper, officeWithTyping } from './visits.ts';

type Facts = z.input<typeof channels.recordGround.request>['facts'];

function factsOf(changes: Partial<Facts> = {}): Facts {
  return {
    kind: 'danger-to-life',
    law: 'law.fi-life-in-danger',
    recipient: helper,
    facts: 'Two men wait at the door.',
    reason: 'They will be gone in ten minutes.',
    items: ['alias', 'danger'],
    told: { kind: 'told', words: 'That I call for help now.' },
    ...changes,
  };
}

const record = (
  { office, id }: Awaited<ReturnType<typeof officeWithTyping>>,
  changes: Partial<Facts> = {},
) => call(office, channels.recordGround, { encounterId: id, facts: factsOf(changes), readers: [] });

describe('passing something on without a yes', () => {
  test('lets one member alone act at once for a danger to life, with what was named and no more', async () => {
    // given
    const desk = await officeWithTyping();
    const { office, id } = desk;

    // when
    const ground = valueOf(await record(desk));
    const script = valueOf(
      await call(office, channels.passOn, { encounterId: id, groundId: ground.id }),
    );

    // then
    const text = textsOf(script).join('\n');
    expect(text).toContain(typedWords.alias);
    expect(text).not.toContain(typedWords.ownView);
    expect(text).not.toContain(typedWords.safeContact);
    expect(text).not.toContain('Two men wait');
    const order = { kind: 'ground', encounterId: id, groundId: ground.id } as const;
    const printed = { ...order, language: 'en', format: plainFormat };
    expect(kindOf(await call(office, printSheet, printed))).toBe('ok');
    expect(disclosures(office)).toEqual(['call-script', 'sheet']);
    expect(auditKinds(office)).toEqual(
      expect.arrayContaining(['ground-recorded', 'disclosure-without-consent']),
    );
  });

  test('is not held up by a ledger that somebody changed from outside', async () => {
    // given
    const desk = await officeWithTyping();
    const { office, id } = desk;
    valueOf(await agreeTo(office, id, ['alias']));
    const { database } = office.desk.session();
    const guard = 'consent_entry_is_never_changed';
    const sql = database
      .prepare('SELECT sql FROM sqlite_schema WHERE name = ?', { pluck: true })
      .get([guard]);
    database.exec(`DROP TRIGGER ${guard}`);
    database.exec("UPDATE consent_entry SET decision = 'no'");
    database.exec(String(sql));

    // when
    const { id: groundId } = valueOf(await record(desk));

    // then what rests on a yes stops, and help for a life does not
    const order = { encounterId: id, language: 'en', format: plainFormat } as const;
    const referral = { ...order, kind: 'referral', recipient: helper } as const;
    expect(kindOf(await call(office, printSheet, referral))).toBe('LedgerBroken');
    expect(kindOf(await call(office, channels.passOn, { encounterId: id, groundId }))).toBe('ok');
    const paper = { ...order, kind: 'ground', groundId } as const;
    expect(kindOf(await call(office, printSheet, paper))).toBe('ok');
  });

  test('waits for a second member where only a duty is the ground', async () => {
    // given
    const desk = await officeWithTyping();
    const { office, id } = desk;
    const duty = { kind: 'legal-duty', law: 'law.fi-duty-to-report' } as const;
    const { id: groundId } = valueOf(await record(desk, duty));

    // when, then
    const asked = { encounterId: id, groundId };
    expect(kindOf(await call(office, channels.passOn, asked))).toBe('SecondMemberMissing');
    const order = { kind: 'ground', language: 'en', format: plainFormat, ...asked } as const;
    expect(kindOf(await call(office, previewSheet, order))).toBe('SecondMemberMissing');
    expect(kindOf(await call(office, printSheet, order))).toBe('SecondMemberMissing');
    expect(kindOf(await call(office, channels.countersign, { id: groundId }))).toBe(
      'AnotherMustSign',
    );
    expect(disclosures(office)).toEqual([]);
  });

  test('stops where the confirmed law says no, and never for a danger to life', async () => {
    // given
    const desk = await officeWithTyping();
    const listings = valueOf(await call(desk.office, readLaw, null));
    const confirm = (law: string) =>
      call(desk.office, confirmLaw, {
        law,
        packText: found(listings.find((each) => each.law === law)).packText,
        rule: 'forbids',
        text: 'Nothing is passed on.',
        confirmedBy: 'A lawyer of the county',
        confirmedOn: '2031-03-04',
      });
    for (const law of ['law.fi-minor', 'law.fi-duty-to-report', 'law.fi-life-in-danger'])
      valueOf(await confirm(law));

    // when, then
    expect(await record(desk, { kind: 'child', law: 'law.fi-minor' })).toMatchObject({
      error: { kind: 'LawForbids', confirmedBy: 'A lawyer of the county' },
    });
    expect(kindOf(await record(desk, { kind: 'legal-duty', law: 'law.fi-duty-to-report' }))).toBe(
      'LawForbids',
    );
    expect(kindOf(await record(desk))).toBe('ok');
  });

  test.each<[string, Partial<Facts>]>([
    ['a law of another country', { law: 'law.es-life-in-danger' }],
    ['a law for another ground', { law: 'law.fi-minor' }],
    ['no law where there is one', { kind: 'child', law: null }],
  ])('rests on no %s', async (_, changes) => {
    expect(kindOf(await record(await officeWithTyping(), changes))).toBe('LawUnknown');
  });

  test.each<[string, Partial<Facts>]>([
    ['facts', { facts: ' ' }],
    ['a reason', { reason: '' }],
    ['items', { items: [] }],
    ['what the person was told', { told: { kind: 'told', words: '' } }],
    ['why the person was not told', { told: { kind: 'not-told', why: ' ' } }],
  ])('needs %s', async (_, changes) => {
    expect(kindOf(await record(await officeWithTyping(), changes))).toBe('Refused');
  });

  test('is bound to its own case and to the open visit', async () => {
    // given
    const desk = await officeWithTyping();
    const { id: groundId } = valueOf(await record(desk));
    const other = valueOf(await call(desk.office, startEncounter, null));

    // when, then
    const pass = (encounterId: string) =>
      call(desk.office, channels.passOn, { encounterId, groundId });
    expect(kindOf(await pass(desk.id))).toBe('GateArmed');
    valueOf(await call(desk.office, confirmAlone, { id: other.id }));
    expect(kindOf(await pass(other.id))).toBe('GroundUnknown');
  });

  test('is overdue a day later, and the list says so', async () => {
    const desk = await officeWithTyping();
    valueOf(await record(desk));
    desk.office.clock.passDays(1);
    const { grounds } = valueOf(await call(desk.office, channels.listGrounds, null));
    expect(grounds.map(({ standing }) => standing)).toEqual(['overdue']);
  });
});

function disclosures({ desk }: Awaited<ReturnType<typeof officeWithTyping>>['office']): string[] {
  return desk
    .session()
    .database.prepare('SELECT kind FROM disclosure ORDER BY position', { pluck: true })
    .all([])
    .map(String);
}

function auditKinds({ desk }: Awaited<ReturnType<typeof officeWithTyping>>['office']): string[] {
  return desk
    .session()
    .database.prepare('SELECT kind FROM audit_entry', { pluck: true })
    .all([])
    .map(String);
}
