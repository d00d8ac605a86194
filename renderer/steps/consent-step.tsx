import { useLingui } from '@lingui/react/macro';
import { Checkboxes, Textarea, TextInput } from 'nhsuk-react-components';
import { cannotDecide } from '#core/domain/decider.ts';
import { ConsentItem, type Given } from '#core/domain/consent.ts';
import { staffLanguage } from '#core/domain/language.ts';
import { phraseText } from '#core/pack/pack.ts';
import { CannotDecide } from '../parts/cannot-decide.tsx';
import { GivenChoice } from '../parts/given-choice.tsx';
import { Page } from '../parts/page.tsx';
import type { StepProps } from './step-props.ts';

export function ConsentStep({
  draft,
  pack,
  facility,
  answer,
  problem,
  actions,
  goBeside,
}: StepProps) {
  const { t } = useLingui();
  const { outcome, safeContact } = draft;
  if (outcome.kind !== 'refer') return null;
  const { items, recipient: recipientId, talk } = outcome;
  const place = pack.jurisdictions.find(({ id }) => id === facility.jurisdiction);
  const why = cannotDecide(talk.decidedBy, place?.ownConsentFrom);
  const give = (given: Given) => answer({ outcome: { ...outcome, talk: { ...talk, given } } });
  const recipient = pack.contacts.find(({ id }) => id === recipientId)?.name ?? '';

  function toggle(item: ConsentItem): void {
    if (outcome.kind !== 'refer') return;
    const chosen = items.includes(item)
      ? items.filter((other) => other !== item)
      : [...items, item];
    answer({ outcome: { ...outcome, items: chosen } });
  }

  return (
    <Page heading={t`What may ${recipient} be told?`} actions={actions}>
      {problem}
      {why !== undefined && <CannotDecide {...{ why, goBeside }} />}
      <Checkboxes
        legend={t`Tick only what the person says yes to`}
        legendProps={{ size: 's' }}
        hint={t`Nothing else is passed on. They can take it back at any time.`}
        idPrefix="item"
        name="item"
      >
        {ConsentItem.options.map((item) => (
          <Checkboxes.Item
            key={item}
            value={item}
            checked={items.includes(item)}
            onChange={() => toggle(item)}
          >
            {phraseText(pack, staffLanguage, `item.${item}`)}
          </Checkboxes.Item>
        ))}
      </Checkboxes>
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
