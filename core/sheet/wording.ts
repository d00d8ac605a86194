import { assert } from '#core/base/assert.ts';
import type { LanguageTag } from '#core/domain/language.ts';
import { type Pack, phraseText } from '#core/pack/pack.ts';
import { fillPhrase, type PhraseId } from '#core/pack/phrase.ts';
import type { Line, Sheet } from './sheet.ts';

/** The words of one language of a pack, as lines of a sheet. */
export type Wording = {
  readonly language: LanguageTag;
  readonly direction: Sheet['direction'];
  readonly line: (id: PhraseId, values?: Readonly<Record<string, string>>) => Line;
};

/** @throws when the pack does not speak the language */
export function wordingOf(pack: Pack, language: LanguageTag): Wording {
  const about = pack.manifest.languages.find(({ tag }) => tag === language);
  assert(about !== undefined, `the pack speaks ${language}`);
  return {
    language,
    direction: about.direction,
    line: (id, values = {}) => lineOf(phraseText(pack, language, id), values),
  };
}

/** What staff and agencies read: the phrases in the language of the staff, and the words of their papers. */
export function staffWordingOf(pack: Pack, language: LanguageTag): Wording {
  const wording = wordingOf(pack, language);
  return {
    ...wording,
    line(id, values = {}) {
      const words = pack.paperWords[id];
      return words === undefined ? wording.line(id, values) : lineOf(words.text, values);
    },
  };
}

function lineOf(text: string, values: Readonly<Record<string, string>>): Line {
  return fillPhrase(text, values).map((part) => ({
    kind: part.kind === 'words' ? 'words' : /^[+\d][\d\s-]*$/.test(part.text) ? 'number' : 'value',
    text: part.text,
  }));
}

/** A text that somebody typed, in whatever language and direction it has. */
export function typedLine(text: string): Line {
  return [{ kind: 'value', text }];
}
