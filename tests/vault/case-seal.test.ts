import { describe, expect, test } from 'vitest';
import { sealValue, turnKey, turnLayer, unsealValue } from '../../electron/vault/case-seal.ts';
import { digest } from '../../electron/vault/canonical.ts';
import { randomKey } from '../../electron/vault/keys.ts';

describe('a layer around what is sealed', () => {
  test('leaves what stands for it the same, and opens under the newest key alone', () => {
    // given
    const first = randomKey();
    const sealed = sealValue({ alias: 'x' }, first, 'context');
    const second = turnKey(first);
    const third = turnKey(second);

    // when
    const turned = turnLayer(sealed, first, second);
    const again = turnLayer(turned ?? sealed, second, third);

    // then
    expect(turned && digest(turned)).toBe(digest(sealed));
    expect(again && digest(again)).toBe(digest(sealed));
    expect(unsealValue(again, third, 'context')).toEqual({ alias: 'x' });
    for (const old of [first, second, turnKey(third)])
      expect(unsealValue(again, old, 'context')).toBeUndefined();
    expect(unsealValue(again, third, 'another')).toBeUndefined();
    expect(unsealValue(sealed, third, 'context')).toBeUndefined();
  });

  test('around something else than it says opens nothing', () => {
    const first = randomKey();
    const second = turnKey(first);
    const one = turnLayer(sealValue(1, first, 'c'), first, second) ?? Buffer.alloc(0);
    const other = turnLayer(sealValue(2, first, 'c'), first, second) ?? Buffer.alloc(0);
    const mixed = Buffer.concat([one.subarray(0, 48), other.subarray(48)]);
    expect(digest(mixed)).toBe(digest(one));
    expect(unsealValue(mixed, second, 'c')).toBeUndefined();
  });
});
