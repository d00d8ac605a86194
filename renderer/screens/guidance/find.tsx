import { Trans, useLingui } from '@lingui/react/macro';
import { TextInput } from 'nhsuk-react-components';
import { useDeferredValue, useState } from 'react';
import type { Pack } from '#core/pack/pack.ts';
import { useGuidanceSearch } from '../../hooks/use-guidance-search.ts';
import { LocalMark } from '../../parts/local-mark.tsx';

/** More than anybody reads on the way; the rest comes with another word. */
const mostShown = 30;

export function GuidanceFind({ pack }: { readonly pack: Pack }) {
  const { t } = useLingui();
  const [words, setWords] = useState('');
  const { find } = useGuidanceSearch(pack);
  const found = find(useDeferredValue(words));
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
      <output>{words === '' ? '' : t`${found.length} found`}</output>
      {found.slice(0, mostShown).map(({ id, title, lines, say, sources }) => (
        <details key={id} className="reading">
          <summary>{title}</summary>
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
          <p className="reading__sources">
            <LocalMark pack={pack} id={id} /> {sources}
          </p>
        </details>
      ))}
    </>
  );
}
