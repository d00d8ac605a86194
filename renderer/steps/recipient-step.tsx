import { Trans, useLingui } from '@lingui/react/macro';
import { Choice } from '../parts/choice.tsx';
import { NeedsAnswer } from '../parts/needs-answer.tsx';
import { Page } from '../parts/page.tsx';
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
  const contacts = pack.contacts.filter(
    ({ jurisdiction }) => jurisdiction === facility.jurisdiction,
  );
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
        options={contacts.map(({ id, name, phone, hours }) => ({
          value: id,
          label: name,
          hint: (
            <>
              <bdi dir="ltr">{phone.shown}</bdi> · {hours} · <NotVerified />
            </>
          ),
        }))}
        value={contacts.find(({ id }) => id === outcome.recipient)?.id}
        onChoose={(recipient) => answer({ outcome: { ...outcome, recipient, items: [] } })}
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
        </div>
      )}
    </Page>
  );
}

/** Contacts are shipped as found: only a call from this place makes one verified. */
function NotVerified() {
  return (
    <span className="tag">
      <Trans>not verified yet: call first</Trans>
    </span>
  );
}
