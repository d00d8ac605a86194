import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from 'nhsuk-react-components';
import type { LanguageTag } from '#core/domain/language.ts';
import type { Pack } from '#core/pack/pack.ts';
import { BothLanguages } from '../../parts/both-languages.tsx';
import { Page } from '../../parts/page.tsx';

/** First aid for the soul (R132 to R136), and back to the same place (R137). */
export function Calm({
  pack,
  language,
  onBack,
  onSubject,
  onPause,
}: {
  readonly pack: Pack;
  readonly language: LanguageTag;
  readonly onBack: () => void;
  readonly onSubject: () => void;
  readonly onPause: () => void;
}) {
  const { t } = useLingui();
  return (
    <Page
      heading={t`There is time`}
      actions={
        <>
          <Button secondary type="button" onClick={onPause}>
            <Trans>Stop for now</Trans>
          </Button>
          <Button secondary type="button" onClick={onSubject}>
            <Trans>Something else</Trans>
          </Button>
          <Button type="button" className="page__actions-end page__next" onClick={onBack}>
            <Trans>Go on</Trans>
          </Button>
        </>
      }
    >
      <BothLanguages
        {...{ pack, language }}
        phrases={[
          'calm.stop',
          'calm.breathe',
          'calm.here',
          'calm.feet',
          'calm.see',
          'calm.choice',
          'calm.purpose',
          'calm.thanks',
        ]}
      />
    </Page>
  );
}
