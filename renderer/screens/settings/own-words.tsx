import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Textarea, TextInput } from 'nhsuk-react-components';
import { useDeferredValue, useMemo, useState } from 'react';
import { proposeCorrection, settleCorrection } from '#core/ipc/update-channels.ts';
import {
  type Correction,
  type CorrectionTarget,
  markOf,
  titleAt,
  wordsAt,
} from '#core/pack/correction.ts';
import type { Pack } from '#core/pack/pack.ts';
import { call } from '../../client.ts';
import { createGuidanceSearch } from '../../hooks/guidance-search.ts';
import { usePack } from '../../hooks/use-pack.ts';
import { Problem } from '../../parts/problem.tsx';
import type { Explicable } from '../../text/explain.ts';

/** What of the content the place says in its own words. Shown as such wherever it is read. */
export function OwnWords({
  corrections,
  onChanged,
}: {
  readonly corrections: readonly Correction[];
  readonly onChanged: () => Promise<void>;
}) {
  const { t } = useLingui();
  const pack = usePack();
  const [error, setError] = useState<Explicable>();

  async function settle(id: string, as: 'confirmed' | 'removed'): Promise<void> {
    const reply = await call(settleCorrection, { id, as });
    setError(reply.ok ? undefined : reply.error);
    await onChanged();
  }

  return (
    <section aria-label={t`In our own words`}>
      <h2 className="nhsuk-heading-s">
        <Trans>In our own words</Trans>
      </h2>
      <p>
        <Trans>
          What you confirm here is read by everybody, also without signing in. Name no person and no
          safe place.
        </Trans>
      </p>
      <Problem error={error} />
      <ul className="plain-list">
        {corrections.map(({ id, target, text, confirmed }) => (
          <li key={id}>
            <p>
              <span className={confirmed === null ? 'tag' : 'tag tag--calm'}>
                {confirmed === null ? t`waits for you` : t`in force since ${confirmed.on}`}
              </span>{' '}
              {(pack && titleAt(pack, target)) ?? markOf(target)}
            </p>
            <blockquote className="own-words">{text}</blockquote>
            {confirmed === null && (
              <Button small type="button" onClick={() => void settle(id, 'confirmed')}>
                <Trans>Confirm these words</Trans>
              </Button>
            )}{' '}
            <Button secondary small type="button" onClick={() => void settle(id, 'removed')}>
              <Trans>Take them back</Trans>
            </Button>
          </li>
        ))}
      </ul>
      {pack && <Propose pack={pack} onChanged={onChanged} />}
    </section>
  );
}

/** The field of an entry that carries what it says. */
function targetOf(id: string): CorrectionTarget | undefined {
  const [kind] = id.split('.');
  if (kind === 'guide') return { kind: 'entry', id, field: 'lines' };
  if (kind === 'sign') return { kind: 'entry', id, field: 'hint' };
  if (kind === 'prompt' || kind === 'check') return { kind: 'entry', id, field: 'text' };
  if (kind === 'conflict') return { kind: 'entry', id, field: 'whatWeDo' };
  return undefined;
}

function Propose({
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
  const { find } = useMemo(() => createGuidanceSearch(pack), [pack]);
  const looked = useDeferredValue(words);
  const found = looked.trim() === '' ? [] : find(looked).slice(0, 8);

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
                <Button
                  secondary
                  small
                  type="button"
                  onClick={() => {
                    setTarget(candidate);
                    setText(wordsAt(pack, candidate) ?? '');
                  }}
                >
                  {title}
                </Button>
              </li>
            );
          })}
        </ul>
      )}
      {target && (
        <>
          <Textarea
            label={t`How it stands here`}
            hint={t`One line for each point.`}
            id="own-words-text"
            rows={8}
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
