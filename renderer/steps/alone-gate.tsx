import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from 'nhsuk-react-components';
import { useState } from 'react';
import type { Pack } from '#core/pack/pack.ts';
import { Page } from '../parts/page.tsx';
import { Problem } from '../parts/problem.tsx';
import type { Explicable } from '../text/explain.ts';

/** Before anything about the person is shown. The companion may be reading along: the words are neutral. */
export function AloneGate({
  pack,
  error,
  onConfirm,
  onLeave,
}: {
  readonly pack: Pack;
  readonly error: Explicable | undefined;
  readonly onConfirm: () => void;
  readonly onLeave: () => void;
}) {
  const { t } = useLingui();
  const [isAdviceShown, setIsAdviceShown] = useState(false);
  const ways = pack.prompts.filter(({ moment }) => moment === 'being-alone');
  return (
    <Page
      heading={isAdviceShown ? t`Making time for two` : t`Is it just the two of you?`}
      actions={
        <>
          <Button
            secondary
            type="button"
            onClick={isAdviceShown ? onLeave : () => setIsAdviceShown(true)}
          >
            {isAdviceShown ? <Trans>Usual visit for today</Trans> : <Trans>Not yet</Trans>}
          </Button>
          <Button type="button" className="page__actions-end" onClick={onConfirm}>
            <Trans>Yes, just us</Trans>
          </Button>
        </>
      }
    >
      <Problem error={error} />
      {isAdviceShown ? (
        <ul>
          {ways.map(({ id, text }) => (
            <li key={id}>{text}</li>
          ))}
        </ul>
      ) : (
        <p>
          <Trans>
            Nobody else can see this screen or hear you. An interpreter counts only if you chose
            them.
          </Trans>
        </p>
      )}
    </Page>
  );
}
