import { useLingui } from '@lingui/react/macro';
import { Select } from 'nhsuk-react-components';
import { useState } from 'react';
import { LanguageTag, staffLanguage } from '#core/domain/language.ts';
import { type Pack, phraseText } from '#core/pack/pack.ts';

/** Phrases to point at, for a person who cannot or does not want to speak. Nothing pressed is kept. */
export function GuidancePanel({ pack }: { readonly pack: Pack }) {
  const { t } = useLingui();
  const [language, setLanguage] = useState(staffLanguage);
  const [chosen, setChosen] = useState<string>();
  const about = pack.manifest.languages.find(({ tag }) => tag === language);
  const source = pack.phraseBooks.find((book) => book.language === staffLanguage);
  const ids = Object.keys(source?.phrases ?? {}).filter((id) => id.startsWith('point.'));
  return (
    <>
      <Select
        label={t`Language of the person`}
        id="panel-language"
        value={language}
        onChange={(event) => {
          setLanguage(LanguageTag.parse(event.currentTarget.value));
          setChosen(undefined);
        }}
      >
        {pack.manifest.languages.map(({ tag, ownName, englishName }) => (
          <Select.Option key={tag} value={tag}>
            {ownName === englishName ? ownName : `${englishName} · ${ownName}`}
          </Select.Option>
        ))}
      </Select>
      {/* The translation stands apart, where the clinician looks, and only after something was chosen. */}
      <p>
        <output>
          {chosen === undefined
            ? t`Turn the screen to the person.`
            : phraseText(pack, staffLanguage, chosen)}
        </output>
      </p>
      <div className="panel" lang={language} dir={about?.direction}>
        {ids.map((id) => (
          <button
            key={id}
            type="button"
            className="panel__phrase"
            aria-pressed={chosen === id}
            onClick={() => setChosen(id)}
          >
            {phraseText(pack, language, id)}
          </button>
        ))}
      </div>
    </>
  );
}
