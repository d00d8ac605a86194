import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, TextInput } from 'nhsuk-react-components';
import { memo, useEffect, useMemo, useState } from 'react';
import type { Pack } from '#core/pack/pack.ts';
import type { GuidanceSearch, Reading } from '../../hooks/guidance-search.ts';
import type { PublicReading } from '../../hooks/use-reading.ts';
import { LocalMark } from '../../parts/local-mark.tsx';
import { takeFocus } from '../../parts/take-focus.ts';

/** As many as fill a screen: each letter draws them anew, and the next ones are a press away. */
const shownAtOnce = 12;

export function GuidanceFind({
  reading: { pack, search, hasAllLanguages },
}: {
  readonly reading: PublicReading;
}) {
  const [words, setWords] = useState('');
  const [wholeSearch, setWholeSearch] = useState<GuidanceSearch>();
  const [more, setMore] = useState({ words: '', shown: shownAtOnce });
  // What was typed before all sentences were there is looked for once more.
  useEffect(() => {
    if (hasAllLanguages) void search.addPhrases(pack).then(() => setWholeSearch(search));
  }, [search, pack, hasAllLanguages]);
  const isWhole = wholeSearch === search;
  const shown = more.words === words ? more.shown : shownAtOnce;
  // A letter and its answers are drawn as one: both together take less than a frame.
  const found = useMemo(() => ({ isWhole, ...search.find(words) }), [search, words, isWhole]);
  const { readings, whole } = found;
  return (
    <>
      <TextInput
        label={t`What are you looking for?`}
        id="guidance-words"
        type="search"
        autoComplete="off"
        ref={takeFocus}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <output data-for={words}>{words !== '' && countWords(whole, readings.length - whole)}</output>
      {readings.slice(0, shown).map((reading) => (
        <ReadingView key={reading.id} pack={pack} reading={reading} />
      ))}
      {readings.length > shown && (
        <p>
          <Button
            secondary
            small
            type="button"
            onClick={() => setMore({ words, shown: shown + 3 * shownAtOnce })}
          >
            <Trans>Show more</Trans>
          </Button>
        </p>
      )}
    </>
  );
}

function countWords(whole: number, part: number): string {
  if (part === 0) return t`${whole} found`;
  return whole === 0
    ? t`${part} found with some of these words`
    : t`${whole} found, ${part} more with some of these words`;
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
