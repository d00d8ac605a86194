import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Textarea, TextInput } from 'nhsuk-react-components';
import { useState } from 'react';
import { LegalRule } from '#core/domain/law-confirmation.ts';
import { confirmLaw, type LawListing, readLaw } from '#core/ipc/law-channels.ts';
import type { Pack } from '#core/pack/pack.ts';
import { call } from '../../client.ts';
import { useAnswer } from '../../hooks/use-answer.ts';
import { useFacility } from '../../hooks/use-facility.ts';
import { usePack } from '../../hooks/use-pack.ts';
import { Choice } from '../../parts/choice.tsx';
import { DayField } from '../../parts/day-field.tsx';
import { Page } from '../../parts/page.tsx';
import { Problem } from '../../parts/problem.tsx';
import type { Explicable } from '../../text/explain.ts';
import type { RoomProps } from './rooms.ts';
import { ruleName, subjectName } from '../../text/law.ts';

/** The law page of the country of this place: advice, until the place has had it confirmed. */
export function LawRoom({ member, onDone }: RoomProps) {
  const facility = useFacility();
  const { t } = useLingui();
  const pack = usePack();
  const { value: laws, again } = useAnswer(readLaw);
  const [chosen, setChosen] = useState<LawListing>();
  if (facility === undefined || pack === undefined || laws === undefined) return null;

  const place = pack.jurisdictions.find(({ id }) => id === facility.jurisdiction);
  const titleOf = (law: LawListing) => {
    const statement = place?.statements.find(({ id }) => id === law.law);
    return statement === undefined ? law.law : subjectName(statement.subject);
  };
  if (chosen !== undefined)
    return (
      <LawForm
        title={titleOf(chosen)}
        law={chosen}
        onDone={() => {
          setChosen(undefined);
          void again();
        }}
      />
    );
  return (
    <Page
      heading={t`Law: ${place?.name ?? ''}`}
      actions={
        <Button secondary type="button" onClick={onDone}>
          <Trans>Back</Trans>
        </Button>
      }
    >
      <p>
        <Trans>
          Collected from public sources, and no legal advice. Have each line confirmed by a lawyer
          of your country, and say here who did.
        </Trans>
      </p>
      <ul className="plain-list">
        {laws.map((law) => (
          <li key={law.law}>
            <p>
              <strong>{titleOf(law)}</strong> <LawState law={law} />
              <br />
              {law.confirmation?.text ?? law.packText}
            </p>
            {member.role === 'safeguarding-lead' && (
              <Button small type="button" onClick={() => setChosen(law)}>
                <Trans>
                  Confirm or change <span className="nhsuk-u-visually-hidden">{titleOf(law)}</span>
                </Trans>
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Procedure place={place} />
    </Page>
  );
}

function LawState({ law: { confirmation, packText } }: { readonly law: LawListing }) {
  const { t } = useLingui();
  if (confirmation === null) return <span className="tag">{t`not confirmed`}</span>;
  const { confirmedBy, confirmedOn, text } = confirmation;
  return (
    <span className="tag tag--calm">
      {text === packText
        ? t`confirmed by ${confirmedBy} on ${confirmedOn}`
        : t`in our own words, by ${confirmedBy} on ${confirmedOn}`}
    </span>
  );
}

function Procedure({ place }: { readonly place: Pack['jurisdictions'][number] | undefined }) {
  if (place === undefined || place.procedure.length === 0) return null;
  return (
    <>
      <h2 className="nhsuk-heading-s">
        <Trans>The usual way</Trans>
      </h2>
      <ol>
        {place.procedure.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </>
  );
}

function LawForm({
  title,
  law,
  onDone,
}: {
  readonly title: string;
  readonly law: LawListing;
  readonly onDone: () => void;
}) {
  const { t } = useLingui();
  const [text, setText] = useState(law.confirmation?.text ?? law.packText);
  const [rule, setRule] = useState<LegalRule>(law.confirmation?.rule ?? law.packRule);
  const [confirmedBy, setConfirmedBy] = useState('');
  const [confirmedOn, setConfirmedOn] = useState<string | null>(() =>
    new Date().toISOString().slice(0, 10),
  );
  const [error, setError] = useState<Explicable>();

  async function keep(): Promise<void> {
    if (confirmedOn === null) return;
    const { law: id, packText } = law;
    const reply = await call(confirmLaw, {
      law: id,
      packText,
      text,
      rule,
      confirmedBy,
      confirmedOn,
    });
    if (reply.ok) onDone();
    else setError(reply.error);
  }

  return (
    <Page
      heading={title}
      actions={
        <>
          <Button secondary type="button" onClick={onDone}>
            <Trans>Back</Trans>
          </Button>
          <Button
            type="button"
            className="page__actions-end"
            disabled={confirmedBy.trim() === '' || text.trim() === '' || confirmedOn === null}
            onClick={() => void keep()}
          >
            <Trans>This is the law here</Trans>
          </Button>
        </>
      }
    >
      <Problem error={error} />
      <p className="nhsuk-inset-text">{law.toConfirm}</p>
      <Textarea
        label={t`As it holds here`}
        id="law-text"
        rows={6}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Choice
        name="law-rule"
        legend={t`In short, the law`}
        options={LegalRule.options.map((value) => ({ value, label: ruleName(value) }))}
        value={rule}
        onChoose={setRule}
      />
      <TextInput
        label={t`Who confirmed it?`}
        hint={t`For example a lawyer or an authority.`}
        id="law-by"
        autoComplete="off"
        value={confirmedBy}
        onChange={(event) => setConfirmedBy(event.currentTarget.value)}
      />
      <DayField
        label={t`On which day?`}
        id="law-on"
        value={confirmedOn}
        onChange={setConfirmedOn}
      />
    </Page>
  );
}
