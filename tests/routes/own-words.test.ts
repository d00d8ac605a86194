import { describe, expect, test } from 'vitest';
import { readPack } from '#core/ipc/content-channels.ts';
import * as updates from '#core/ipc/update-channels.ts';
import { found } from '../support/core.ts';
import { kindOf, unlockSample, valueOf } from '../support/vault.ts';
import { call, type Office, openedOffice } from './office.ts';
import { publicPack, reopened } from './updating.ts';

describe('words of the place', () => {
  const target = { kind: 'entry', id: 'check.room', field: 'text' } as const;
  const words = 'The green room is free in the mornings.';
  const room = async (office: Office) => {
    const pack = valueOf(await call(office, readPack, null));
    return {
      text: found(pack.checklist.find(({ id }) => id === target.id)).text,
      since: pack.corrected[target.id],
    };
  };

  test('count once the lead has confirmed them, and are marked as such for everybody', async () => {
    // given
    const office = await openedOffice();
    const { id } = valueOf(await call(office, updates.proposeCorrection, { target, text: words }));
    expect((await room(office)).text).not.toBe(words);

    // when
    valueOf(await call(office, updates.settleCorrection, { id, as: 'confirmed' }));

    // then
    expect(await room(office)).toEqual({ text: words, since: '2031-03-05' });
    office.desk.lock();
    expect((await publicPack(office)).corrected[target.id]).toBe('2031-03-05');
    const again = reopened(office);
    expect((await publicPack(again)).corrected).toEqual({});
    valueOf(await unlockSample(again.desk.vault));
    expect(await room(again)).toEqual({ text: words, since: '2031-03-05' });

    // when they are taken back
    valueOf(await call(again, updates.settleCorrection, { id, as: 'removed' }));
    expect((await room(again)).text).not.toBe(words);
  });

  test('for a phrase keep its placeholders, or are not taken', async () => {
    const office = await openedOffice();
    const phrase = { kind: 'phrase', id: 'person.call', language: 'fi' } as const;
    const propose = async (text: string) =>
      kindOf(await call(office, updates.proposeCorrection, { target: phrase, text }));
    expect(await propose('Soita.')).toBe('CorrectionUnfit');
    expect(await propose('Soita numeroon {number}, kun olet yksin.')).toBe('ok');
  });

  test('name nobody to whoever is not signed in', async () => {
    const office = await openedOffice();
    const { id } = valueOf(await call(office, updates.proposeCorrection, { target, text: words }));
    valueOf(await call(office, updates.settleCorrection, { id, as: 'confirmed' }));
    const { member } = office.desk.session();
    office.desk.lock();
    const text = JSON.stringify(await publicPack(office));
    expect(text).toContain(words);
    expect(text).not.toContain(member.id);
    expect(text).not.toContain(member.displayName);
  });
});
