// The two file formats that translators' tools read, both ways: GNU gettext PO, and XLIFF 1.2
// (OASIS, 2008). What a draft is in both is what those tools call it: `fuzzy`, `approved="no"`.
import { po } from 'gettext-parser';
import jsToXliff12 from 'xliff/jsToXliff12';
import xliff12ToJs from 'xliff/xliff12ToJs';

/** One phrase on its way to a translator, or back. */
export type ExchangedPhrase = {
  readonly id: string;
  readonly source: string;
  readonly translation: string;
  /** What a translator must know to get it right. Empty on the way back. */
  readonly note: string;
  readonly isReviewed: boolean;
};

/** The phrases for persons, or what staff read. A file says itself which of them it holds. */
export type ExchangedContent = 'phrases' | 'staff';

export type ExchangedLanguage = {
  readonly language: string;
  readonly content: ExchangedContent;
  readonly phrases: readonly ExchangedPhrase[];
};

export function toPo({ language, content, phrases }: ExchangedLanguage): Buffer {
  const headers = {
    'Project-Id-Version': `Quietroom ${content}`,
    Language: language.replace('-', '_'),
    'MIME-Version': '1.0',
    'Content-Type': 'text/plain; charset=UTF-8',
    'Content-Transfer-Encoding': '8bit',
    'X-Language-Tag': language,
  };
  const translations = Object.fromEntries(
    phrases.map(({ id, source, translation, note, isReviewed }) => [
      id,
      {
        [source]: {
          msgctxt: id,
          msgid: source,
          msgstr: [translation],
          // Nothing to be confirmed where there is nothing yet.
          comments: {
            extracted: note,
            ...(isReviewed || translation === '' ? {} : { flag: 'fuzzy' }),
          },
        },
      },
    ]),
  );
  return po.compile({ charset: 'utf-8', headers, translations }, { foldLength: 0 });
}

/** @throws when the bytes are no PO file or do not say which language they are */
export function fromPo(bytes: Buffer): ExchangedLanguage {
  const { headers, translations } = po.parse(bytes, { validation: true });
  const language = Object.entries(headers).find(
    ([name]) => name.toLowerCase() === 'x-language-tag',
  )?.[1];
  if (language === undefined) throw new Error('The header X-Language-Tag is missing');
  const content = Object.values(headers).includes('Quietroom staff') ? 'staff' : 'phrases';
  const phrases = Object.entries(translations)
    .filter(([context]) => context !== '')
    .flatMap(([id, entries]) =>
      Object.values(entries).map(({ msgid, msgstr, comments }) => ({
        id,
        source: msgid,
        translation: msgstr[0] ?? '',
        note: '',
        isReviewed: msgstr[0] !== '' && comments?.flag?.split(/,\s*/).includes('fuzzy') !== true,
      })),
    );
  return { language, content, phrases };
}

export async function toXliff({ language, content, phrases }: ExchangedLanguage): Promise<string> {
  const units = phrases.map(({ id, source, translation, note, isReviewed }) => [
    id,
    {
      source,
      target: translation,
      note,
      additionalAttributes: { approved: isReviewed ? 'yes' : 'no' },
    },
  ]);
  return jsToXliff12({
    sourceLanguage: 'en',
    targetLanguage: language,
    resources: { [content]: Object.fromEntries(units) },
  });
}

/** @throws when the text is no XLIFF 1.2 file */
export async function fromXliff(text: string): Promise<ExchangedLanguage> {
  const { targetLanguage, resources } = await xliff12ToJs(text);
  const content = resources['staff'] === undefined ? 'phrases' : 'staff';
  const phrases = Object.entries(resources[content] ?? {}).map(([id, unit]) => ({
    id,
    source: unit.source,
    translation: unit.target ?? '',
    note: '',
    isReviewed: unit.additionalAttributes?.approved === 'yes',
  }));
  return { language: targetLanguage, content, phrases };
}
