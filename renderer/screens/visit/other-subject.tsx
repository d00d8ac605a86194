import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from 'nhsuk-react-components';
import type { Pack } from '#core/pack/pack.ts';
import { Page } from '../../parts/page.tsx';

/** Ordinary sentences for whoever comes in, and the three ways on at once (R65, R66). */
export function OtherSubject({
  pack,
  onBack,
  onHealth,
  onRoom,
  onGoodbye,
}: {
  readonly pack: Pack;
  readonly onBack: () => void;
  readonly onHealth: () => void;
  readonly onRoom: () => void;
  readonly onGoodbye: () => void;
}) {
  const { t } = useLingui();
  const sentences = pack.prompts.filter(({ moment }) => moment === 'change-subject');
  const ways = [
    { name: t`A page about health`, run: onHealth },
    { name: t`To another room`, run: onRoom },
    { name: t`Goodbye, and again in two weeks`, run: onGoodbye },
  ];
  return (
    <Page
      heading={t`Your health`}
      actions={
        <Button type="button" className="page__actions-end page__next" onClick={onBack}>
          <Trans>Back</Trans>
        </Button>
      }
    >
      <ul className="spoken">
        {sentences.map(({ id, text }) => (
          <li key={id}>{text}</li>
        ))}
      </ul>
      <div className="ways">
        {ways.map(({ name, run }, at) => (
          <button
            key={name}
            type="button"
            className="panel__phrase"
            data-digit={at + 1}
            onClick={run}
          >
            {name}
          </button>
        ))}
      </div>
    </Page>
  );
}
