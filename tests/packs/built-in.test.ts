import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { writeBuiltIn } from '../../build/content/built-in.ts';
import { type BuiltIn, readBuiltIn, readBuiltInParts } from '../../electron/packs/built-in.ts';
import { basePack, contentFolder } from '../support/core.ts';
import { freshFolder, withBitFlipped } from '../support/vault.ts';

/** The pack that ships, written as the build writes it. */
function written(): BuiltIn {
  const file = join(freshFolder(), 'content', 'base.json');
  return { file, digest: writeBuiltIn(contentFolder, file) };
}

describe('the pack that is built into the program', () => {
  test('is read as it was checked when it was built', () => {
    expect(readBuiltIn(written())).toEqual(basePack());
  });

  test('is not read when one bit of it has changed, or when it is gone', () => {
    // given
    const builtIn = written();
    const whole = readFileSync(builtIn.file);
    expect(readBuiltInParts(builtIn).reading).toContain('"phraseBooks"');

    // when, then
    writeFileSync(builtIn.file, withBitFlipped(whole, whole.length - 100, 3));
    expect(() => readBuiltInParts(builtIn)).toThrow('The built-in pack is damaged');
    expect(() => readBuiltIn(builtIn)).toThrow('The built-in pack is damaged');
    rmSync(builtIn.file);
    expect(() => readBuiltInParts(builtIn)).toThrow('ENOENT');
  });
});
