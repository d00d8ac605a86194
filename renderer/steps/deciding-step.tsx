import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from 'nhsuk-react-components';
import type { Decider } from '#core/domain/decider.ts';
import { askedAnew } from '#core/domain/outcome.ts';
import { deciderOf, notedAsAdult } from '#core/journey/deciding.ts';
import { CannotDecide } from '../parts/cannot-decide.tsx';
import { Choice } from '../parts/choice.tsx';
import { Page } from '../parts/page.tsx';
import type { StepProps } from './step-props.ts';

/** Everybody is presumed able to decide. Only a doubt, or an age, changes the path. */
export function DecidingStep(props: StepProps) {
  const { draft, pack, facility, answer, problem, actions, isIncomplete, goOnWithoutYes } = props;
  const { t } = useLingui();
  const { outcome } = draft;
  if (outcome.kind !== 'refer') return null;
  const decidedBy = deciderOf(draft);
  const place = pack.jurisdictions.find(({ id }) => id === facility.jurisdiction);
  const child = place?.statements.filter(({ subject }) =>
    ['minor', 'age-in-doubt', 'suspected-guardian', 'own-consent-of-minor'].includes(subject),
  );
  const decide = (changes: Partial<Decider>) => {
    // Another person deciding, or another age, was not what was explained, nor what the yes was about.
    answer({
      outcome: askedAnew(outcome, { decidedBy: { ...decidedBy, ...changes } }),
      ...(changes.age === 'adult' ? { risk: notedAsAdult(draft) } : {}),
    });
  };
  return (
    <Page heading={t`Who decides?`} actions={actions}>
      {problem}
      {isIncomplete && (
        <CannotDecide {...props} isAlert>
          {decidedBy.capacity !== 'not-now' && (
            <Button type="button" small secondary onClick={goOnWithoutYes}>
              <Trans>Go on without a yes: nothing is passed on</Trans>
            </Button>
          )}
        </CannotDecide>
      )}
      <Choice
        name="age"
        legend={t`How old is the person?`}
        options={[
          { value: 'adult', label: t`18 or older` },
          { value: '15-17', label: t`15 to 17` },
          { value: 'under-15', label: t`Under 15` },
          { value: 'in-doubt', label: t`Not sure` },
        ]}
        value={decidedBy.age}
        onChoose={(age) =>
          decide({ age, ...(age === 'adult' ? { who: 'person', mayBeInvolved: 'not-asked' } : {}) })
        }
      />
      <Choice
        name="capacity"
        legend={t`Can they decide this, now?`}
        options={[
          { value: 'presumed', label: t`Yes`, hint: t`As for everybody` },
          { value: 'checked', label: t`There was a doubt, and they can` },
          { value: 'not-now', label: t`Not now`, hint: t`Ask again later. It is not forever` },
        ]}
        value={decidedBy.capacity}
        onChoose={(capacity) => decide({ capacity })}
      />
      {decidedBy.age !== 'adult' && (
        <>
          <Choice
            name="who"
            legend={t`Who would say yes or no?`}
            options={[
              { value: 'person', label: t`The young person` },
              { value: 'guardian', label: t`A parent or guardian` },
              { value: 'representative', label: t`A representative named by an authority` },
            ]}
            value={decidedBy.who}
            onChoose={(who) => decide({ who, mayBeInvolved: 'not-asked' })}
          />
          {decidedBy.who !== 'person' && (
            <Choice
              name="involved"
              legend={t`Could that person be part of the harm?`}
              options={[
                { value: 'no', label: t`No` },
                { value: 'yes', label: t`Yes` },
                { value: 'unsure', label: t`Not sure` },
              ]}
              value={decidedBy.mayBeInvolved}
              onChoose={(mayBeInvolved) => decide({ mayBeInvolved })}
            />
          )}
        </>
      )}
      {!isIncomplete && <CannotDecide {...props} />}
      {decidedBy.age !== 'adult' && (
        <details className="more">
          <summary>
            <Trans>Children and young people here</Trans>
          </summary>
          <ul>
            {child?.map(({ id, text, toConfirm }) => (
              <li key={id} title={toConfirm}>
                {text}
              </li>
            ))}
          </ul>
          <p className="tag">
            <Trans>Advice, until a lawyer of this country has confirmed it.</Trans>
          </p>
        </details>
      )}
    </Page>
  );
}
