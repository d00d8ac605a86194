import { Trans, useLingui } from '@lingui/react/macro';
import { dialled, helpersOf } from '#core/pack/contact-seed.ts';
import { withRecipient } from '#core/domain/outcome.ts';
import { Choice } from '../parts/choice.tsx';
import { NeedsAnswer } from '../parts/needs-answer.tsx';
import { Page } from '../parts/page.tsx';
import { Standing } from '../parts/standing.tsx';
import type { StepProps } from './step-props.ts';

export function RecipientStep({
  draft,
  pack,
  facility,
  answer,
  problem,
  actions,
  isIncomplete,
}: StepProps) {
  const { t } = useLingui();
  const { outcome } = draft;
  if (outcome.kind !== 'refer') return null;
  const place = pack.jurisdictions.find(({ id }) => id === facility.jurisdiction);
  const contacts = helpersOf(pack.contacts, place);
  const chosen = contacts.find(({ id }) => id === outcome.recipient);
  return (
    <Page heading={t`Which helper?`} actions={actions}>
      {problem}
      <NeedsAnswer isShown={isIncomplete} />
      {contacts.length === 0 && (
        <p>
          <Trans>
            The directory has no helper for your country yet, so nobody can be referred to from
            here.
          </Trans>
        </p>
      )}
      <Choice
        name="recipient"
        legend={t`Which helper?`}
        isHeading
        options={contacts.map((contact) => ({
          value: contact.id,
          label: contact.name,
          hint: (
            <>
              <bdi dir="ltr">{dialled(contact)}</bdi> · {contact.hours} ·{' '}
              <Standing contact={contact} />
            </>
          ),
        }))}
        value={contacts.find(({ id }) => id === outcome.recipient)?.id}
        onChoose={(recipient) => answer({ outcome: withRecipient(outcome, recipient) })}
      />
      {chosen && (
        <div className="nhsuk-inset-text">
          <h2 className="nhsuk-heading-s">
            <Trans>Say this first: what it would change</Trans>
          </h2>
          <ul>
            {chosen.whatItChanges.map((change) => (
              <li key={change}>{change}</li>
            ))}
          </ul>
          {chosen.doubt !== undefined && <p className="tag">{chosen.doubt}</p>}
        </div>
      )}
    </Page>
  );
}
