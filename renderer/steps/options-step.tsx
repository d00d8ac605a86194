import { Trans, useLingui } from '@lingui/react/macro';
import { BothLanguages } from '../parts/both-languages.tsx';
import { Page } from '../parts/page.tsx';
import type { StepProps } from './step-props.ts';

/** What can be done, and what each of it would change, before anybody chooses (R84, R86). */
export function OptionsStep({ draft, pack, problem, actions }: StepProps) {
  const { t } = useLingui();
  return (
    <Page heading={t`What can be done`} actions={actions}>
      {problem}
      <p>
        <Trans>Read out what they want to hear. Promise nothing that others decide.</Trans>
      </p>
      <BothLanguages
        {...{ pack }}
        language={draft.language}
        phrases={[
          'options.choose',
          'options.talk',
          'options.sleep',
          'options.lawyer',
          'options.police',
          'options.police-effects',
          'options.stay',
          'options.home',
          'options.move',
          'options.nothing',
          'options.plan-first',
        ]}
      />
    </Page>
  );
}
