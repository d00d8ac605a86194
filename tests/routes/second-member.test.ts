import { describe, expect, test } from 'vitest';
import * as channels from '#core/ipc/ground-channels.ts';
import { printSheet } from '#core/ipc/sheet-channels.ts';
import { plainFormat } from '#core/sheet/paper.ts';
import { textsOf } from '../support/core.ts';
import { kindOf, typedWords, valueOf } from '../support/vault.ts';
import { call } from './office.ts';
import { helper } from './visits.ts';
import { officeOfTwo, type Two } from './two-members.ts';

const putDown = async (
  { office, id }: Two,
  kind: 'legal-duty' | 'danger-to-life',
  readers: readonly Two['colleagueId'][] = [],
) => {
  const facts = {
    kind,
    law: kind === 'legal-duty' ? 'law.fi-duty-to-report' : 'law.fi-life-in-danger',
    recipient: helper,
    facts: 'Something was said.',
    reason: 'It cannot wait.',
    items: ['alias' as const],
    told: { kind: 'told' as const, words: 'That we pass this on.' },
  };
  const request = { encounterId: id, facts, readers: [...readers] };
  return valueOf(await call(office, channels.recordGround, request)).id;
};

const waiting = async ({ office }: Two) => valueOf(await call(office, channels.listGrounds, null));

describe('a second member', () => {
  test('confirms a duty before anything is passed on, and then exactly what was named goes', async () => {
    // given the clinician puts it down, and the lead reads it without having been named
    const desk = await officeOfTwo();
    const { office, id } = desk;
    await desk.comes('colleague');
    const groundId = await putDown(desk, 'legal-duty');
    const pass = () => call(office, channels.passOn, { encounterId: id, groundId });
    expect(kindOf(await pass())).toBe('SecondMemberMissing');
    expect(kindOf(await call(office, channels.countersign, { id: groundId }))).toBe(
      'AnotherMustSign',
    );

    // when
    await desk.comes('lead');
    expect(kindOf(await pass())).toBe('SecondMemberMissing');
    expect((await waiting(desk)).toSign).toBe(1);
    const read = valueOf(await call(office, channels.readGround, { id: groundId, isAlone: true }));
    expect(read.facts.reason).toBe('It cannot wait.');
    valueOf(await call(office, channels.countersign, { id: groundId }));
    expect(kindOf(await call(office, channels.countersign, { id: groundId }))).toBe(
      'AlreadySigned',
    );

    // then
    await desk.comes('colleague');
    const text = textsOf(valueOf(await pass())).join('\n');
    expect(text).toContain(typedWords.alias);
    expect(text).not.toContain(typedWords.ownView);
    const order = { kind: 'ground', encounterId: id, groundId, language: 'en' } as const;
    expect(kindOf(await call(office, printSheet, { ...order, format: plainFormat }))).toBe('ok');
    expect(await waiting(desk)).toMatchObject({ toSign: 0, grounds: [{ standing: 'signed' }] });
  });

  test('may be a clinician who was named by the lead', async () => {
    const desk = await officeOfTwo();
    const named = await putDown(desk, 'legal-duty', [desk.colleagueId]);
    await desk.comes('colleague');
    valueOf(await call(desk.office, channels.countersign, { id: named }));
    await desk.comes('lead');
    const pass = { encounterId: desk.id, groundId: named };
    expect(kindOf(await call(desk.office, channels.passOn, pass))).toBe('ok');
  });

  test('finds what a lone member did at night, on their own list, overdue after 24 hours and not before', async () => {
    // given
    const desk = await officeOfTwo();
    await desk.comes('colleague');
    const groundId = await putDown(desk, 'danger-to-life');
    const pass = { encounterId: desk.id, groundId };
    expect(kindOf(await call(desk.office, channels.passOn, pass))).toBe('ok');

    // when
    const madeAt = Date.parse(desk.office.clock.now());
    const inHours = (hours: number) => new Date(madeAt + hours * 3_600_000 - 1).toISOString();
    desk.office.clock.set(inHours(24));
    await desk.comes('lead');
    const inTime = await waiting(desk);
    desk.office.clock.set(inHours(25));
    const late = await waiting(desk);

    // then
    const mine = { isMine: false, madeByName: 'Ombrellino', kind: 'danger-to-life' };
    expect(inTime).toMatchObject({ toSign: 1, overdue: 0, grounds: [mine] });
    expect(inTime.grounds[0]?.standing).toBe('to-countersign');
    expect(late).toMatchObject({ toSign: 1, overdue: 1, grounds: [{ standing: 'overdue' }] });
    valueOf(await call(desk.office, channels.countersign, { id: groundId }));
    expect(await waiting(desk)).toMatchObject({ toSign: 0, overdue: 0 });
  });
});
