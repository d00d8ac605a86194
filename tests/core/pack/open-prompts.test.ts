import { describe, expect, test } from 'vitest';
import { Setting } from '#core/domain/setting.ts';
import { findSigns } from '#core/pack/find-signs.ts';
import { furtherPrompts, openPrompts } from '#core/pack/open-prompts.ts';
import { basePack } from '../../support/core.ts';

const pack = basePack();

describe.each(Setting.options)('the open questions for %s', (setting) => {
  const first = openPrompts(pack.prompts, setting);

  test('are six to eight, each once, those for this setting first', () => {
    expect(first.length).toBeGreaterThanOrEqual(6);
    expect(first.length).toBeLessThanOrEqual(8);
    expect(new Set(first).size).toBe(first.length);
    const own = pack.prompts.filter(({ settings }) => settings?.includes(setting));
    expect(first.slice(0, own.length)).toEqual(own);
  });

  test('leave every other open question within reach', () => {
    const further = furtherPrompts(pack.prompts, setting).flatMap(({ prompts }) => prompts);
    const open = pack.prompts.filter(
      ({ moment }) => moment === 'opening' || moment.startsWith('talking-'),
    );
    expect(new Set([...first, ...further])).toEqual(new Set(open));
    expect(first.length + further.length).toBe(open.length);
  });

  test('come with signs of their own', () => {
    const signs = pack.indicators.filter(({ settings }) => settings?.includes(setting));
    expect(signs.length).toBeGreaterThanOrEqual(setting === 'any' ? 0 : 4);
  });
});

describe('looking for a sign', () => {
  test('finds every sign of the catalogue by the words of its text', () => {
    const lost = pack.indicators.filter((sign) => !findSigns(pack, sign.text).includes(sign));
    expect(pack.indicators.length).toBeGreaterThan(70);
    expect(lost).toEqual([]);
  });

  test('takes the beginning of a word, in any case, and wants every word', () => {
    const found = findSigns(pack, 'PAPER someone').map(({ id }) => id);
    expect(found).toContain('sign.documents-held');
    expect(findSigns(pack, 'paper zqnothing')).toEqual([]);
    expect(findSigns(pack, '  ')).toEqual([]);
  });

  test.each([
    ['her husband will not leave', 'sign.companion-stays'],
    ['bruises', 'sign.marks-of-harm'],
    ['passport taken', 'sign.documents-held'],
    ['is scared', 'sign.fear'],
  ])('passes over small words, and knows other words for the same: %s', (said, id) => {
    const found = findSigns(pack, said).map((sign) => sign.id);
    expect(found).toContain(id);
    expect(found.length).toBeLessThan(12);
  });
});
