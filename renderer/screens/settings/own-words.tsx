import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from 'nhsuk-react-components';
import { useState } from 'react';
import { settleCorrection } from '#core/ipc/update-channels.ts';
import { type Correction, markOf, titleAt } from '#core/pack/correction.ts';
import { call } from '../../client.ts';
import { usePack } from '../../hooks/use-pack.ts';
import { Problem } from '../../parts/problem.tsx';
import type { Explicable } from '../../text/explain.ts';
import { ProposeWords } from './propose-words.tsx';

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
            <blockquote
              className="own-words"
              lang={target.kind === 'phrase' ? target.language : undefined}
              dir={target.kind === 'phrase' ? 'auto' : undefined}
            >
              {text}
            </blockquote>
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
      {pack && <ProposeWords pack={pack} onChanged={onChanged} />}
    </section>
  );
}
