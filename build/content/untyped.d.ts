// The parts that are used here of packages that come without types.

declare module 'text-readability' {
  const readability: {
    /** US school grade, by Flesch and Kincaid. */
    fleschKincaidGrade: (text: string) => number;
    /** How many words. */
    lexiconCount: (text: string) => number;
  };
  export default readability;
}

declare module 'gettext-parser' {
  type PoEntry = {
    msgctxt?: string;
    msgid: string;
    msgstr: string[];
    comments?: { extracted?: string; flag?: string };
  };
  /** Entries by context, then by source text. */
  type Po = {
    charset: string;
    headers: Record<string, string>;
    translations: Record<string, Record<string, PoEntry>>;
  };
  export const po: {
    /** @throws when the text is no PO file */
    parse: (input: Buffer, options?: { validation?: boolean }) => Po;
    compile: (po: Po, options?: { foldLength?: number }) => Buffer;
  };
}

declare module 'xliff/jsToXliff12' {
  export default function jsToXliff12(file: import('xliff/xliff12ToJs').Xliff): Promise<string>;
}

declare module 'xliff/xliff12ToJs' {
  export type Unit = {
    source: string;
    target?: string;
    note?: string;
    additionalAttributes?: { approved?: string };
  };
  export type Xliff = {
    sourceLanguage: string;
    targetLanguage: string;
    resources: Record<string, Record<string, Unit>>;
  };
  /** @throws when the text is no XLIFF 1.2 file */
  export default function xliff12ToJs(text: string): Promise<Xliff>;
}
