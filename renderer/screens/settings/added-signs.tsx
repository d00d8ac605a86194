import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Textarea, TextInput } from 'nhsuk-react-components';
import { useState } from 'react';
import { proposeSign, readAddedSigns, settleSign } from '#core/ipc/added-sign-channels.ts';
import type { AddedSign } from '#core/pack/added-sign.ts';
import { call } from '../../client.ts';
import { useAnswer } from '../../hooks/use-answer.ts';
import { Problem } from '../../parts/problem.tsx';
import type { Explicable } from '../../text/explain.ts';

const nothing = { text: '', hint: '' };

/** Signs that the list lacks here: every visit offers them once they are confirmed. */
export function AddedSigns() {
  const { t } = useLingui();
  const { value: signs = [], again } = useAnswer(readAddedSigns);
  const [typed, setTyped] = useState(nothing);
  const [error, setError] = useState<Explicable>();

  async function add(): Promise<void> {
    const reply = await call(proposeSign, typed);
    setError(reply.ok ? undefined : reply.error);
    if (reply.ok) setTyped(nothing);
    await again();
  }

  async function settle(id: AddedSign['id'], as: 'confirmed' | 'withdrawn'): Promise<void> {
    const reply = await call(settleSign, { id, as });
    setError(reply.ok ? undefined : reply.error);
    await again();
  }

  return (
    <section aria-label={t`Signs of our own`}>
      <h2 className="nhsuk-heading-s">
        <Trans>Signs of our own</Trans>
      </h2>
      <p>
        <Trans>
          No list of signs is complete. What you confirm here is offered in every visit and read
          without signing in. Name no person and no place.
        </Trans>
      </p>
      <Problem error={error} />
      <ul className="plain-list">
        {signs.map((sign) => (
          <li key={sign.id}>
            <p>
              <Standing sign={sign} /> {sign.text}
            </p>
            <blockquote className="own-words">{sign.hint}</blockquote>
            {(sign.confirmed === null || sign.withdrawnOn !== null) && (
              <Button
                small
                type="button"
                aria-label={t`Offer this sign: ${sign.text}`}
                onClick={() => void settle(sign.id, 'confirmed')}
              >
                <Trans>Offer this sign</Trans>
              </Button>
            )}{' '}
            {sign.withdrawnOn === null && (
              <Button
                secondary
                small
                type="button"
                aria-label={t`Take this sign back: ${sign.text}`}
                onClick={() => void settle(sign.id, 'withdrawn')}
              >
                <Trans>Take this sign back</Trans>
              </Button>
            )}
          </li>
        ))}
      </ul>
      <TextInput
        label={t`A sign to add`}
        hint={t`Something that can be seen or heard, in a few words.`}
        id="added-sign"
        autoComplete="off"
        maxLength={160}
        value={typed.text}
        onChange={(event) => setTyped({ ...typed, text: event.currentTarget.value })}
      />
      <Textarea
        label={t`What else could explain it?`}
        hint={t`And what to look or listen for.`}
        id="added-sign-hint"
        rows={3}
        maxLength={600}
        value={typed.hint}
        onChange={(event) => setTyped({ ...typed, hint: event.currentTarget.value })}
      />
      <Button
        small
        type="button"
        disabled={typed.text.trim() === '' || typed.hint.trim() === ''}
        onClick={() => void add()}
      >
        <Trans>Keep this sign for confirming</Trans>
      </Button>
    </section>
  );
}

function Standing({ sign: { confirmed, withdrawnOn } }: { readonly sign: AddedSign }) {
  const { t } = useLingui();
  if (withdrawnOn !== null) return <span className="tag">{t`taken back on ${withdrawnOn}`}</span>;
  if (confirmed === null) return <span className="tag">{t`waits for you`}</span>;
  return <span className="tag tag--calm">{t`in force since ${confirmed.on}`}</span>;
}
