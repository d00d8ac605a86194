import { useLingui } from '@lingui/react/macro';
import { Checkboxes } from 'nhsuk-react-components';
import { useState } from 'react';
import { staffLanguage } from '#core/domain/language.ts';
import { type Pack, phrasesOf, phraseText } from '#core/pack/pack.ts';
import { LocalMark } from '../../parts/local-mark.tsx';
import { LanguageField } from '../../parts/language-field.tsx';
import { PictogramPanel } from '../../parts/pictogram-panel.tsx';
import { PhrasePanel } from '../../parts/phrase-panel.tsx';

/** Phrases to point at, for a person who cannot or does not want to speak. Nothing pressed is kept. */
export function GuidancePanel({ pack }: { readonly pack: Pack }) {
  const { t } = useLingui();
  const [language, setLanguage] = useState(staffLanguage);
  const [chosen, setChosen] = useState<string>();
  const [hasOnlyPictures, setHasOnlyPictures] = useState(false);
  return (
    <>
      <LanguageField
        {...{ pack }}
        id="panel-language"
        label={t`Language of the person`}
        value={language}
        onChange={(next) => {
          setLanguage(next ?? staffLanguage);
          setChosen(undefined);
        }}
      />
      {/* The translation stands apart, where the clinician looks, and only after something was chosen. */}
      <p>
        <output>
          {chosen === undefined
            ? t`Turn the screen to the person.`
            : phraseText(pack, staffLanguage, chosen)}
        </output>{' '}
        {chosen !== undefined && <LocalMark pack={pack} id={`${chosen}@${language}`} />}
      </p>
      <Checkboxes id="panel-pictures" small>
        <Checkboxes.Item
          value="pictures"
          checked={hasOnlyPictures}
          onChange={() => setHasOnlyPictures(!hasOnlyPictures)}
        >
          {t`Pictures only: another language, or no reading`}
        </Checkboxes.Item>
      </Checkboxes>
      {hasOnlyPictures ? (
        <PictogramPanel
          pictograms={pack.pictograms}
          wordsOf={(id) => phraseText(pack, staffLanguage, id)}
          chosen={chosen}
          onChoose={setChosen}
        />
      ) : (
        <PhrasePanel
          {...{ pack, language }}
          phrases={phrasesOf(pack, 'point')}
          isChosen={(id) => chosen === id}
          onChoose={setChosen}
        />
      )}
    </>
  );
}
