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

export type ExchangedLanguage = {
  readonly language: string;
  readonly phrases: readonly ExchangedPhrase[];
};

export function toPo({ language, phrases }: ExchangedLanguage): Buffer {
  const headers = {
    'Project-Id-Version': 'Quietroom phrases',
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
          comments: { extracted: note, ...(isReviewed ? {} : { flag: 'fuzzy' }) },
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
  const phrases = Object.entries(translations)
    .filter(([context]) => context !== '')
    .flatMap(([id, entries]) =>
      Object.values(entries).map(({ msgid, msgstr, comments }) => ({
        id,
        source: msgid,
        translation: msgstr[0] ?? '',
        note: '',
        isReviewed: comments?.flag?.split(/,\s*/).includes('fuzzy') !== true,
      })),
    );
  return { language, phrases };
}

export async function toXliff({ language, phrases }: ExchangedLanguage): Promise<string> {
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
    resources: { phrases: Object.fromEntries(units) },
  });
}

/** @throws when the text is no XLIFF 1.2 file */
export async function fromXliff(text: string): Promise<ExchangedLanguage> {
  const { targetLanguage, resources } = await xliff12ToJs(text);
  const phrases = Object.entries(resources['phrases'] ?? {}).map(([id, unit]) => ({
    id,
    source: unit.source,
    translation: unit.target ?? '',
    note: '',
    isReviewed: unit.additionalAttributes?.approved === 'yes',
  }));
  return { language: targetLanguage, phrases };
}
