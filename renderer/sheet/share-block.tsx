import { Trans } from '@lingui/react/macro';
import type { Block } from '#core/sheet/sheet.ts';

/** A sheet that helps to open a forgotten password. It does not say of what: somebody may find it. */
export function ShareBlock({ number, of, words, madeOn }: Extract<Block, { kind: 'share' }>) {
  return (
    <>
      <h1 className="sheet__title">
        <Trans>
          Recovery sheet {number} of {of}
        </Trans>
      </h1>
      <p className="sheet__paragraph">
        <Trans>
          Made on {madeOn}. Any two of these sheets together open a forgotten password. One alone
          opens nothing.
        </Trans>
      </p>
      <ShareWords words={words} />
      <p className="sheet__paragraph">
        <Trans>
          Keep each sheet with another person or in another place, locked away and out of the room
          with the computer. Do not copy it, and do not take a picture of it.
        </Trans>
      </p>
      <p className="sheet__paragraph">
        <Trans>
          To use it: “Forgotten password” on the first screen. Type the words in their order. The
          first four letters of each are enough.
        </Trans>
      </p>
      <p className="sheet__paragraph">
        <Trans>
          If this sheet is lost, or newer sheets are made: destroy what is left of the set.
        </Trans>
      </p>
    </>
  );
}

/** The words with their numbers, in columns that are read downwards. */
export function ShareWords({ words }: { readonly words: readonly string[] }) {
  return (
    <ol className="share-words" lang="en" dir="ltr">
      {words.map((word, at) => (
        <li key={at}>{word}</li>
      ))}
    </ol>
  );
}
