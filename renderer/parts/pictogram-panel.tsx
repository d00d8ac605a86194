import type { Pictogram } from '#core/pack/pictogram.ts';
import type { PhraseId } from '#core/pack/phrase.ts';
import { PictogramView } from './pictogram-view.tsx';

/**
 * Drawings to point at, for people who do not read or whose language has no phrases here.
 *
 * @param wordsOf what a reader of the screen says, in the language of the staff
 */
export function PictogramPanel({
  pictograms,
  wordsOf,
  chosen,
  onChoose,
}: {
  readonly pictograms: readonly Pictogram[];
  readonly wordsOf: (phrase: PhraseId) => string;
  readonly chosen: PhraseId | undefined;
  readonly onChoose: (phrase: PhraseId) => void;
}) {
  return (
    <div className="panel panel--pictograms">
      {pictograms.map((pictogram) => (
        <button
          key={pictogram.id}
          type="button"
          className="panel__phrase"
          aria-label={wordsOf(pictogram.phrase)}
          aria-pressed={chosen === pictogram.phrase}
          onClick={() => onChoose(pictogram.phrase)}
        >
          <PictogramView pictogram={pictogram} />
        </button>
      ))}
    </div>
  );
}
