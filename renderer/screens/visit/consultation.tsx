import { Trans, useLingui } from '@lingui/react/macro';
import { Select } from 'nhsuk-react-components';
import { useState } from 'react';
import type { ContactId } from '#core/domain/contact.ts';
import { recordConsultation } from '#core/ipc/consultation-channels.ts';
import { dialled, helpersOf } from '#core/pack/contact-seed.ts';
import { call } from '../../client.ts';
import { useOneAtATime } from '../../hooks/use-one-at-a-time.ts';
import { useFacility } from '../../hooks/use-facility.ts';
import { usePack } from '../../hooks/use-pack.ts';
import { BackAndGo } from '../../parts/back-and-go.tsx';
import { Choice } from '../../parts/choice.tsx';
import { ConsultScript } from '../../parts/consult-script.tsx';
import { NeedsAnswer } from '../../parts/needs-answer.tsx';
import { Page } from '../../parts/page.tsx';
import { Problem } from '../../parts/problem.tsx';
import { Standing } from '../../parts/standing.tsx';
import type { Explicable } from '../../text/explain.ts';

/** Asking an expert without naming anyone: a script, the numbers, and a record in which nobody stands. */
export function ConsultationScreen({ onDone }: { readonly onDone: () => void }) {
  const { t } = useLingui();
  const pack = usePack();
  const once = useOneAtATime();
  const facility = useFacility();
  const [asked, setAsked] = useState<ContactId>();
  const [answered, setAnswered] = useState<'yes' | 'no'>();
  const [isIncomplete, setIsIncomplete] = useState(false);
  const [error, setError] = useState<Explicable>();
  if (pack === undefined || facility === undefined) return null;
  const place = pack.jurisdictions.find(({ id }) => id === facility.jurisdiction);
  // Whoever lets people ask without a name comes first; whoever does not is left out.
  const helpers = helpersOf(pack.contacts, place)
    .filter(({ anonymous }) => anonymous !== 'no')
    .toSorted((one, other) => Number(other.anonymous === 'yes') - Number(one.anonymous === 'yes'));

  async function keep(): Promise<void> {
    setIsIncomplete(asked === undefined || answered === undefined);
    if (asked === undefined || answered === undefined) return;
    const reply = await call(recordConsultation, { asked, answered });
    if (reply.ok) onDone();
    else setError(reply.error);
  }

  return (
    <Page
      heading={t`Ask without a name`}
      actions={
        <BackAndGo onBack={onDone} onGo={() => once(keep)}>
          <Trans>Keep that I asked</Trans>
        </BackAndGo>
      }
    >
      <Problem error={error} />
      <ConsultScript pack={pack} />
      <h2 className="nhsuk-heading-s">
        <Trans>Whom to call</Trans>
      </h2>
      {helpers.length === 0 && (
        <p className="note">
          <Trans>
            The directory has nobody here yet who can be asked. The lead can add helpers.
          </Trans>
        </p>
      )}
      <ul>
        {helpers.map((contact) => (
          <li key={contact.id}>
            {contact.name}: <bdi dir="ltr">{dialled(contact)}</bdi> · {contact.hours} ·{' '}
            {contact.anonymous === 'yes' ? (
              <Trans>takes questions without a name</Trans>
            ) : (
              <Trans>ask first whether a name is needed</Trans>
            )}{' '}
            · <Standing contact={contact} />
          </li>
        ))}
      </ul>
      {helpers.length > 0 && (
        <>
          <h2 className="nhsuk-heading-s">
            <Trans>Afterwards</Trans>
          </h2>
          <NeedsAnswer isShown={isIncomplete} />
          <Select
            label={t`Whom did you ask?`}
            id="asked"
            value={asked ?? ''}
            onChange={(event) =>
              setAsked(helpers.find(({ id }) => id === event.currentTarget.value)?.id)
            }
          >
            <Select.Option value="">{t`Choose`}</Select.Option>
            {helpers.map(({ id, name }) => (
              <Select.Option key={id} value={id}>
                {name}
              </Select.Option>
            ))}
          </Select>
          <Choice
            name="answered"
            legend={t`Did they have an answer?`}
            options={[
              { value: 'yes', label: t`Yes` },
              { value: 'no', label: t`No` },
            ]}
            value={answered}
            onChoose={setAnswered}
          />
        </>
      )}
    </Page>
  );
}
