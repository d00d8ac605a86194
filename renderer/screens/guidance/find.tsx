import { Trans, useLingui } from '@lingui/react/macro';
import { TextInput } from 'nhsuk-react-components';
import { memo, useDeferredValue, useEffect, useMemo, useState } from 'react';
import type { Pack } from '#core/pack/pack.ts';
import type { GuidanceSearch, Reading } from '../../hooks/guidance-search.ts';
import { LocalMark } from '../../parts/local-mark.tsx';

/** More than anybody reads on the way; the rest comes with another word. */
const mostShown = 30;

export function GuidanceFind({
  pack,
  search,
}: {
  readonly pack: Pack;
  readonly search: GuidanceSearch;
}) {
  const { t } = useLingui();
  const [words, setWords] = useState('');
  const [isWhole, setIsWhole] = useState(false);
  // What was typed before all sentences were there is looked for once more.
  useEffect(() => void search.addPhrases().then(() => setIsWhole(true)), [search]);
  const looked = useDeferredValue(words);
  // Once for each word, and not again while the field is drawn.
  const found = useMemo(
    () => ({ isWhole, list: search.find(looked) }),
    [search, looked, isWhole],
  ).list;
  return (
    <>
      <TextInput
        label={t`What are you looking for?`}
        id="guidance-words"
        type="search"
        autoComplete="off"
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <output data-for={looked}>{words === '' ? '' : t`${found.length} found`}</output>
      {found.slice(0, mostShown).map((reading) => (
        <ReadingView key={reading.id} pack={pack} reading={reading} />
      ))}
    </>
  );
}

/** Closed until somebody opens it, and not drawn before: a list of many answers to every letter. */
const ReadingView = memo(function ReadingView({
  pack,
  reading,
}: {
  readonly pack: Pack;
  readonly reading: Reading;
}) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details className="reading" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{reading.title}</summary>
      {isOpen && <ReadingBody pack={pack} reading={reading} />}
    </details>
  );
});

function ReadingBody({
  pack,
  reading: { id, lines, say, sources, spoken },
}: {
  readonly pack: Pack;
  readonly reading: Reading;
}) {
  return (
    <>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {say.length > 0 && (
        <>
          <h2 className="nhsuk-heading-xs">
            <Trans>You can say</Trans>
          </h2>
          <ul>
            {say.map((sentence) => (
              <li key={sentence}>“{sentence.replaceAll(/[“”]/g, '')}”</li>
            ))}
          </ul>
        </>
      )}
      {spoken !== undefined && (
        <>
          <p>
            <Trans>To show or read out. A draft is one that no speaker has read yet.</Trans>
          </p>
          <ul>
            {spoken.map(({ language: { tag, englishName, direction }, text, isReviewed }) => (
              <li key={tag}>
                {englishName}:{' '}
                <bdi lang={tag} dir={direction}>
                  {text}
                </bdi>
                <LocalMark pack={pack} id={`${id.slice('phrase.'.length)}@${tag}`} />
                {!isReviewed && (
                  <small>
                    {' '}
                    <Trans>(draft)</Trans>
                  </small>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="reading__sources">
        <LocalMark pack={pack} id={id} /> {sources}
      </p>
    </>
  );
}
