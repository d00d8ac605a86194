import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SensitiveItem } from '#core/domain/ordinary-record.ts';
import { composeClinicalSummary } from '#core/sheet/clinical-summary.ts';
import { basePack, english, found, keptWords, textsOf, typedWords } from '../../support/core.ts';
import { someDraft } from '../../support/at-random.ts';

const { summaryWords } = basePack();
const on = '2031-03-05';

describe('the summary for the ordinary record', () => {
  test('is not made unless it is wanted', () => {
    fc.assert(
      fc.property(someDraft, (draft) => {
        const sheet = composeClinicalSummary(summaryWords, english, { ...draft, on });
        expect(sheet === undefined).toBe(!draft.ordinaryRecord.isWanted);
      }),
    );
  });

  test('says nothing of the subject, the danger, the signs, a name or a way to reach anybody', () => {
    let tried = 0;
    fc.assert(
      fc.property(someDraft, (draft) => {
        // given that nothing sensitive was agreed
        const ordinaryRecord = { ...draft.ordinaryRecord, isWanted: true, agreed: {} };
        const sheet = composeClinicalSummary(summaryWords, english, {
          ...draft,
          ordinaryRecord,
          on,
        });
        const whole = textsOf(found(sheet)).join('\n');
        const { done: _done, ...others } = keptWords;
        const words = [...Object.values(typedWords), ...Object.values(others)];
        expect(words.filter((word) => whole.includes(word))).toEqual([]);
        for (const item of SensitiveItem.options)
          expect(whole).not.toContain(summaryWords.sensitive[item]);
        expect(whole).not.toMatch(/danger|threat|traffick|exploit|sign|police|victim/i);
        tried += 1;
      }),
      { numRuns: 500 },
    );
    expect(tried).toBeGreaterThanOrEqual(500);
  });

  test('says what was agreed with the person, and of that no more', () => {
    fc.assert(
      fc.property(someDraft, fc.constantFrom(...SensitiveItem.options), (draft, item) => {
        const ordinaryRecord = { isWanted: true, done: '', agreed: { [item]: 'Zqchosen' } };
        const sheet = composeClinicalSummary(summaryWords, english, {
          ...draft,
          ordinaryRecord,
          on,
        });
        const texts = textsOf(found(sheet));
        const labels = SensitiveItem.options.filter((one) =>
          texts.includes(summaryWords.sensitive[one]),
        );
        expect(labels).toEqual([item]);
        expect(texts).toContain('Zqchosen');
      }),
    );
  });
});
