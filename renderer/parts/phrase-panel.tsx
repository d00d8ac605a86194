import type { LanguageTag } from '#core/domain/language.ts';
import { type Pack, phraseText } from '#core/pack/pack.ts';
import type { PhraseId } from '#core/pack/phrase.ts';
import { PictogramView } from './pictogram-view.tsx';

/** Phrases in the person's language, to point at. */
export function PhrasePanel({
  pack,
  language,
  phrases,
  isChosen,
  onChoose,
  isLarge = false,
}: {
  readonly pack: Pack;
  readonly language: LanguageTag;
  readonly phrases: readonly PhraseId[];
  readonly isChosen: (id: PhraseId) => boolean;
  readonly onChoose: (id: PhraseId) => void;
  readonly isLarge?: boolean;
}) {
  const about = pack.manifest.languages.find(({ tag }) => tag === language);
  return (
    <div
      className={isLarge ? 'panel panel--large' : 'panel'}
      lang={language}
      dir={about?.direction}
    >
      {phrases.map((id) => (
        <button
          key={id}
          type="button"
          className="panel__phrase"
          aria-pressed={isChosen(id)}
          onClick={() => onChoose(id)}
        >
          <Drawing pack={pack} phrase={id} />
          {phraseText(pack, language, id)}
        </button>
      ))}
    </div>
  );
}

/** The drawing of a phrase, where there is one: a finger finds it before the words are read. */
function Drawing({ pack, phrase }: { readonly pack: Pack; readonly phrase: PhraseId }) {
  const pictogram = pack.pictograms.find((each) => each.phrase === phrase);
  return pictogram === undefined ? null : <PictogramView pictogram={pictogram} />;
}
