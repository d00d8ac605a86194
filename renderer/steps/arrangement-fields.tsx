import { Trans, useLingui } from '@lingui/react/macro';
import { TextInput } from 'nhsuk-react-components';
import type { Arrangement } from '#core/domain/referral.ts';
import { Choice } from '../parts/choice.tsx';

/** The way there, so that nobody arrives alone or is met by the wrong people. */
export function ArrangementFields({
  arrangement,
  change,
}: {
  readonly arrangement: Arrangement;
  readonly change: (changes: Partial<Arrangement>) => void;
}) {
  const { t } = useLingui();
  const fields = [
    { key: 'time', label: t`When and where they meet` },
    { key: 'transport', label: t`How the person gets there` },
    { key: 'escort', label: t`Who goes along` },
    { key: 'interpreter', label: t`Interpreter` },
    { key: 'codeWord', label: t`A word by which they know each other` },
    { key: 'arrivalBy', label: t`How you hear that the person has arrived` },
  ] as const;
  return (
    <fieldset className="nhsuk-fieldset">
      <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">
        <Trans>The way there</Trans>
      </legend>
      {fields.map(({ key, label }) => (
        <TextInput
          key={key}
          label={label}
          id={`arrange-${key}`}
          value={arrangement[key]}
          onChange={(event) => change({ [key]: event.currentTarget.value })}
        />
      ))}
      <Choice
        name="contacts-of"
        legend={t`Does any number, place or driver here belong to the people they fear?`}
        options={[
          { value: 'no', label: t`No, the person looked at each` },
          { value: 'yes', label: t`Yes` },
          { value: 'unsure', label: t`Not sure` },
        ]}
        value={
          arrangement.areContactsOfExploiters === 'not-asked'
            ? undefined
            : arrangement.areContactsOfExploiters
        }
        onChoose={(areContactsOfExploiters) => change({ areContactsOfExploiters })}
      />
    </fieldset>
  );
}
