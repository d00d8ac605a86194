import { Trans, useLingui } from '@lingui/react/macro';
import { changesBeside, knownOf } from '#core/journey/circumstances.ts';
import { BothLanguages } from '../parts/both-languages.tsx';
import { KnownOfPerson } from '../parts/known-of-person.tsx';
import { Page } from '../parts/page.tsx';
import type { StepProps } from './step-props.ts';

/** What can be done, and what each of it would change for this person, before anybody chooses (R84 to R86). */
export function OptionsStep({ draft, pack, problem, actions, answer }: StepProps) {
  const { t } = useLingui();
  const known = knownOf(draft, pack.circumstances);
  return (
    <Page heading={t`What can be done`} actions={actions}>
      {problem}
      <p>
        <Trans>Read out what they want to hear. Promise nothing that others decide.</Trans>
      </p>
      <KnownOfPerson {...{ draft, pack, answer }} />
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
        changes={(option) => changesBeside(option, known)}
      />
    </Page>
  );
}
