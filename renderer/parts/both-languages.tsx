import { useLingui } from '@lingui/react/macro';
import { type LanguageTag, staffLanguage } from '#core/domain/language.ts';
import { type Pack, phraseText } from '#core/pack/pack.ts';
import type { PhraseId } from '#core/pack/phrase.ts';
import { LocalMark } from './local-mark.tsx';

/** Phrases to say or show: in the language of the staff, and in that of the person beneath. */
export function BothLanguages({
  pack,
  language,
  phrases,
  changes = () => [],
}: {
  readonly pack: Pack;
  readonly language: LanguageTag;
  readonly phrases: readonly PhraseId[];
  /** What stands with a phrase about this person. */
  readonly changes?: (phrase: PhraseId) => readonly string[];
}) {
  const about = pack.manifest.languages.find(({ tag }) => tag === language);
  return (
    <ul className="spoken">
      {phrases.map((id) => (
        <li key={id}>
          {phraseText(pack, staffLanguage, id)}
          {language !== staffLanguage && (
            <p className="spoken__theirs" lang={language} dir={about?.direction}>
              {phraseText(pack, language, id)}
            </p>
          )}
          {language !== staffLanguage && <LocalMark pack={pack} id={`${id}@${language}`} />}
          <AboutPerson changes={changes(id)} />
        </li>
      ))}
    </ul>
  );
}

function AboutPerson({ changes }: { readonly changes: readonly string[] }) {
  const { t } = useLingui();
  if (changes.length === 0) return null;
  return (
    <ul className="beside-option" aria-label={t`For this person`}>
      {changes.map((change) => (
        <li key={change}>{change}</li>
      ))}
    </ul>
  );
}
