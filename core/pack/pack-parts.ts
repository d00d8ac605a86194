import type { Pack, PhraseBook } from './pack.ts';

/**
 * A pack on its way to somebody who is not signed in, as JSON and in two parts: what staff read,
 * with the source of the phrases, can be searched before the other languages are there, which are
 * three quarters of it.
 */
export type PackParts = {
  /** A pack whose only phrase book is the source. */
  readonly reading: string;
  /** The other phrase books. */
  readonly otherBooks: string;
};

export function inParts(pack: Pack): PackParts {
  const [source, ...others] = pack.phraseBooks;
  return {
    reading: JSON.stringify({ ...pack, phraseBooks: source === undefined ? [] : [source] }),
    otherBooks: JSON.stringify(others),
  };
}

/** The parts are checked where they were made: the program's own files, or the main process. */
export function parseReading({ reading }: Pick<PackParts, 'reading'>): Pack {
  const pack: Pack = JSON.parse(reading);
  return pack;
}

export function withOtherBooks(reading: Pack, { otherBooks }: Pick<PackParts, 'otherBooks'>): Pack {
  const others: readonly PhraseBook[] = JSON.parse(otherBooks);
  return { ...reading, phraseBooks: [...reading.phraseBooks, ...others] };
}
