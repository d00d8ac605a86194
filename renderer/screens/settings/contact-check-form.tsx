import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { ContactCheck } from '#core/domain/contact.ts';
import { checkContact } from '#core/ipc/directory-channels.ts';
import type { Contact } from '#core/pack/contact-seed.ts';
import { checkedNumber } from '#core/pack/with-local.ts';
import { call } from '../../client.ts';
import { Choice } from '../../parts/choice.tsx';
import { KeepPage } from '../../parts/keep-page.tsx';
import { isSaid, nobodyToday, WhoAndWhenFields } from '../../parts/who-and-when.tsx';
import type { Explicable } from '../../text/explain.ts';

/** Who made sure of a helper, when and how. */
export function ContactCheckForm({
  contact,
  onDone,
}: {
  readonly contact: Contact;
  readonly onDone: () => void;
}) {
  const { t } = useLingui();
  const number = checkedNumber(contact);
  const [how, setHow] = useState<ContactCheck['how']>('called');
  const [who, setWho] = useState(nobodyToday);
  const [error, setError] = useState<Explicable>();

  async function keep(): Promise<void> {
    if (!isSaid(who)) return;
    const check = { contact: contact.id, number, how, checkedBy: who.by, checkedOn: who.on };
    const reply = await call(checkContact, check);
    if (reply.ok) onDone();
    else setError(reply.error);
  }

  return (
    <KeepPage
      heading={t`Did you reach ${contact.name}?`}
      keep={t`It is right`}
      canKeep={isSaid(who)}
      error={error}
      onBack={onDone}
      onKeep={() => void keep()}
    >
      <p>
        <Trans>
          Call <bdi dir="ltr">{number}</bdi> and name nobody. Ask whether all of this is still so:
        </Trans>
      </p>
      <ul>
        <li>{contact.hours}</li>
        <li>{contact.accepts}</li>
        <li>{contact.competence}</li>
        {contact.whatItChanges.map((change) => (
          <li key={change}>{change}</li>
        ))}
      </ul>
      {contact.doubt !== undefined && <p className="tag">{contact.doubt}</p>}
      <Choice
        name="how"
        legend={t`How did you make sure?`}
        options={[
          { value: 'called', label: t`By a call` },
          { value: 'met', label: t`In person` },
          { value: 'written', label: t`In writing` },
        ]}
        value={how}
        onChoose={setHow}
      />
      <WhoAndWhenFields
        id="checked"
        label={t`Who made sure?`}
        hint={t`A first name is enough.`}
        value={who}
        onChange={setWho}
      />
    </KeepPage>
  );
}
