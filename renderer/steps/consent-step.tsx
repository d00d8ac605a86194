import { useLingui } from '@lingui/react/macro';
import { Textarea, TextInput } from 'nhsuk-react-components';
import { ConsentItem, type Given, notUnderstood } from '#core/domain/consent.ts';
import { CannotDecide } from '../parts/cannot-decide.tsx';
import { Choice } from '../parts/choice.tsx';
import { GivenChoice } from '../parts/given-choice.tsx';
import { ItemTicks } from '../parts/item-ticks.tsx';
import { Page } from '../parts/page.tsx';
import { explainConsent } from '../text/explain-consent.ts';
import type { StepProps } from './step-props.ts';

export function ConsentStep(props: StepProps) {
  const { draft, pack, answer, problem, actions } = props;
  const { t } = useLingui();
  const { outcome, safeContact } = draft;
  if (outcome.kind !== 'refer') return null;
  const { items, recipient: recipientId, talk } = outcome;
  const give = (given: Given) => answer({ outcome: { ...outcome, talk: { ...talk, given } } });
  const recipient = pack.contacts.find(({ id }) => id === recipientId)?.name ?? '';
  const points = notUnderstood(talk);

  return (
    <Page heading={t`What may ${recipient} be told?`} actions={actions}>
      {problem}
      <CannotDecide {...props} />
      {points.length > 0 && (
        <p className="note">
          {explainConsent({ kind: 'NotUnderstood', points }).title}{' '}
          {t`Until it is understood, only a no can be recorded.`}
        </p>
      )}
      <ItemTicks
        name="item"
        legend={t`Tick only what the person says yes to`}
        hint={t`Nothing else is passed on. They can take it back at any time.`}
        {...{ pack, items }}
        onChoose={(chosen) => answer({ outcome: { ...outcome, items: chosen } })}
      />
      {items.length < ConsentItem.options.length && (
        <Choice
          name="rest"
          legend={t`And all that is not ticked?`}
          isInline
          options={[
            { value: 'not-asked', label: t`Not asked` },
            { value: 'no', label: t`They said no to it` },
          ]}
          value={talk.rest}
          onChoose={(rest) => answer({ outcome: { ...outcome, talk: { ...talk, rest } } })}
        />
      )}
      {items.includes('safe-contact') && (
        <Textarea
          label={t`Safe ways to get in touch`}
          hint={t`How, when, and what not to say.`}
          id="safe-contact"
          rows={2}
          value={safeContact.how}
          onChange={(event) =>
            answer({ safeContact: { ...safeContact, how: event.currentTarget.value } })
          }
        />
      )}
      <GivenChoice
        name="given"
        how={talk.given.how}
        onChoose={(how) => give(how === 'spoken' ? { how, witness: '' } : { how })}
      />
      {talk.given.how === 'spoken' && (
        <TextInput
          label={t`Witness, if there was one`}
          id="witness"
          width={20}
          value={talk.given.witness}
          onChange={(event) => give({ how: 'spoken', witness: event.currentTarget.value })}
        />
      )}
    </Page>
  );
}
