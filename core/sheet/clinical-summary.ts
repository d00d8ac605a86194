import type { VisitDraft } from '#core/domain/encounter.ts';
import type { LanguageTag } from '#core/domain/language.ts';
import { SensitiveItem } from '#core/domain/ordinary-record.ts';
import type { SummaryWords } from '#core/pack/summary-words.ts';
import type { Block, Line, Sheet } from './sheet.ts';
import { typedLine } from './wording.ts';

/** All of a visit that this sheet may look at: no sign, no danger, no own view, no consent. */
export type SummarySource = Pick<VisitDraft, 'conditions' | 'followUp' | 'ordinaryRecord'> & {
  /** The day of the visit. */
  readonly on: string;
  /** The one that was used, by its name. */
  readonly language: string;
};

/**
 * What goes into the ordinary record of a clinic: that somebody came, how they were, what was
 * done, when they come again. Not why. What is sensitive stands on it only where it was chosen
 * with the person, in the words that were agreed.
 *
 * @param language of the staff, in which it is written
 * @returns undefined when no summary is wanted
 */
export function composeClinicalSummary(
  words: SummaryWords,
  language: LanguageTag,
  source: SummarySource,
): Sheet | undefined {
  const { on, language: used, conditions, followUp, ordinaryRecord } = source;
  if (!ordinaryRecord.isWanted) return undefined;
  const sides = ['physical', 'psychological', 'emotional'] as const;
  return {
    kind: 'clinical-summary',
    audience: 'staff',
    language,
    direction: 'ltr',
    blocks: [
      { kind: 'title', line: wordsLine(words.title) },
      ...field(words.date, on),
      ...field(words.language, used),
      ...sides.flatMap((side) => {
        const condition = conditions[side];
        return condition === 'not-asked' ? [] : field(words[side], words.conditions[condition]);
      }),
      ...field(words.done, ordinaryRecord.done),
      ...(followUp.kind === 'on' ? field(words.nextVisit, followUp.on) : []),
      ...SensitiveItem.options.flatMap((item) =>
        field(words.sensitive[item], ordinaryRecord.agreed[item] ?? ''),
      ),
    ],
  };
}

function field(label: string, text: string): readonly Block[] {
  if (text.trim() === '') return [];
  return [{ kind: 'field', label: wordsLine(label), lines: [typedLine(text)], isOrdered: false }];
}

function wordsLine(text: string): Line {
  return [{ kind: 'words', text }];
}
