import { Trans, useLingui } from '@lingui/react/macro';
import type { DangerSign } from '#core/domain/danger-sign.ts';
import { Moment } from './moment.tsx';

/** Asked afterwards, when the two are alone again: what was it? (R67) */
export function DangerSignNote({
  signs,
  onChange,
}: {
  readonly signs: readonly DangerSign[];
  readonly onChange: (signs: DangerSign[]) => void;
}) {
  const { t } = useLingui();
  const open = signs.find(({ what }) => what === 'not-said');
  if (open === undefined) return null;
  const answers: readonly { readonly what: DangerSign['what']; readonly name: string }[] = [
    { what: 'phone', name: t`A telephone` },
    { what: 'somebody-came', name: t`Somebody came` },
    { what: 'unease', name: t`They grew uneasy` },
    { what: 'noise', name: t`A noise` },
    { what: 'other', name: t`Something else` },
  ];
  return (
    <section className="aside-note" aria-label={t`What happened`}>
      <p>
        <Trans>
          You changed the subject at <Moment instant={open.at} />. What was it?
        </Trans>
      </p>
      {answers.map(({ what, name }) => (
        <button
          key={what}
          type="button"
          className="aside-note__answer"
          onClick={() => onChange(signs.map((sign) => (sign === open ? { ...sign, what } : sign)))}
        >
          {name}
        </button>
      ))}
      <button
        type="button"
        className="aside-note__answer"
        onClick={() => onChange(signs.filter((sign) => sign !== open))}
      >
        <Trans>Nothing to note</Trans>
      </button>
    </section>
  );
}
