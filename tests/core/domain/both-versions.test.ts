import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bothVersions, chosenText } from '#core/domain/both-versions.ts';

const keys = ['time', 'place'] as const;
const text = fc.constantFrom('', 'Friday', 'Thursday', 'side door');
const version = fc.record({ time: text, place: text });

describe('two versions of one thing', () => {
  test('show every field in which they differ, and no other', () => {
    fc.assert(
      fc.property(version, version, version, (before, theirs, mine) => {
        const shown = bothVersions(keys, before, theirs, mine).map(({ key }) => key);
        expect(shown).toEqual(keys.filter((key) => theirs[key] !== mine[key]));
      }),
    );
  });

  test('propose the change of whoever made one, and lose neither text when both are kept', () => {
    fc.assert(
      fc.property(version, version, version, (before, theirs, mine) => {
        for (const field of bothVersions(keys, before, theirs, mine)) {
          const isMineUntouched = field.mine === before[field.key];
          expect(field.proposed).toBe(isMineUntouched ? 'theirs' : 'mine');
          expect(chosenText(field, 'theirs')).toBe(field.theirs);
          expect(chosenText(field, 'mine')).toBe(field.mine);
          expect(chosenText(field, 'both')).toContain(field.theirs);
          expect(chosenText(field, 'both')).toContain(field.mine);
        }
      }),
    );
  });
});
