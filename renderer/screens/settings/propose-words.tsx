import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Textarea, TextInput } from 'nhsuk-react-components';
import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { staffLanguage } from '#core/domain/language.ts';
import { proposeCorrection } from '#core/ipc/update-channels.ts';
import { isAddedSign } from '#core/pack/added-sign.ts';
import { type CorrectionTarget, wordsAt } from '#core/pack/correction.ts';
import { type Pack, phraseText } from '#core/pack/pack.ts';
import { call } from '../../client.ts';
import { createGuidanceSearch } from '../../hooks/guidance-search.ts';
import { LanguageField } from '../../parts/language-field.tsx';
import { Problem } from '../../parts/problem.tsx';
import type { Explicable } from '../../text/explain.ts';

/** What of a thing that was found can be said otherwise: of a sentence for a person, in one language. */
function targetOf(id: string): CorrectionTarget | undefined {
  // A sign of the place's own is withdrawn and added anew: records may stand under its words.
  if (isAddedSign(id)) return undefined;
  const [kind] = id.split('.');
  if (kind === 'guide') return { kind: 'entry', id, field: 'lines' };
  if (kind === 'sign') return { kind: 'entry', id, field: 'hint' };
  if (kind === 'prompt' || kind === 'check') return { kind: 'entry', id, field: 'text' };
  if (kind === 'conflict') return { kind: 'entry', id, field: 'whatWeDo' };
  if (kind === 'phrase')
    return { kind: 'phrase', id: id.slice('phrase.'.length), language: staffLanguage };
  return undefined;
}

/** Finds an entry or a sentence for a person, and puts it in other words for the lead to confirm. */
export function ProposeWords({
  pack,
  onChanged,
}: {
  readonly pack: Pack;
  readonly onChanged: () => Promise<void>;
}) {
  const { t } = useLingui();
  const [words, setWords] = useState('');
  const [target, setTarget] = useState<CorrectionTarget>();
  const [text, setText] = useState('');
  const [error, setError] = useState<Explicable>();
  const search = useMemo(() => createGuidanceSearch(pack), [pack]);
  const [isWhole, setIsWhole] = useState(false);
  useEffect(() => void search.addPhrases(pack).then(() => setIsWhole(true)), [search, pack]);
  const looked = useDeferredValue(words);
  const found = useMemo(
    () => ({
      isWhole,
      list:
        looked.trim() === ''
          ? []
          : search
              .find(looked)
              .readings.filter(({ id }) => targetOf(id) !== undefined)
              .slice(0, 12),
    }),
    [search, looked, isWhole],
  ).list;

  function choose(chosen: CorrectionTarget): void {
    setTarget(chosen);
    setText(wordsAt(pack, chosen) ?? '');
  }

  async function keep(chosen: CorrectionTarget): Promise<void> {
    const reply = await call(proposeCorrection, { target: chosen, text });
    setError(reply.ok ? undefined : reply.error);
    if (!reply.ok) return;
    setTarget(undefined);
    setWords('');
    await onChanged();
  }

  return (
    <>
      <Problem error={error} />
      <TextInput
        label={t`Find what you want to say otherwise`}
        hint={t`Also a sentence for a person, in any of its languages.`}
        id="own-words-find"
        type="search"
        autoComplete="off"
        value={words}
        onChange={(event) => {
          setWords(event.currentTarget.value);
          setTarget(undefined);
        }}
      />
      {target === undefined && (
        <ul className="plain-list">
          {found.map(({ id, title }) => {
            const candidate = targetOf(id);
            if (candidate === undefined) return null;
            return (
              <li key={id}>
                <Button secondary small type="button" onClick={() => choose(candidate)}>
                  {title}
                </Button>
              </li>
            );
          })}
        </ul>
      )}
      {target && (
        <>
          {target.kind === 'phrase' && (
            <>
              <p>“{phraseText(pack, staffLanguage, target.id)}”</p>
              <LanguageField
                pack={pack}
                id="own-words-language"
                label={t`In which language?`}
                value={target.language}
                onChange={(language) => choose({ ...target, language: language ?? staffLanguage })}
              />
            </>
          )}
          <Textarea
            label={t`How it stands here`}
            hint={
              target.kind === 'phrase'
                ? t`Keep what stands in curly brackets. Have a speaker of the language read it.`
                : t`One line for each point.`
            }
            id="own-words-text"
            rows={target.kind === 'phrase' ? 3 : 8}
            lang={target.kind === 'phrase' ? target.language : undefined}
            dir={target.kind === 'phrase' ? 'auto' : undefined}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Button small type="button" onClick={() => void keep(target)}>
            <Trans>Keep for confirming</Trans>
          </Button>
        </>
      )}
    </>
  );
}
