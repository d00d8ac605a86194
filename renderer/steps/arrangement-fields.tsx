import { Trans, useLingui } from '@lingui/react/macro';
import { TextInput } from 'nhsuk-react-components';
import { Arrangement } from '#core/domain/referral.ts';
import { arrangementFields, arrangementLabel } from '../text/referral.ts';
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
  return (
    <fieldset className="nhsuk-fieldset">
      <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">
        <Trans>The way there</Trans>
      </legend>
      {arrangementFields.map((key) => (
        <TextInput
          key={key}
          label={arrangementLabel(key)}
          id={`arrange-${key}`}
          maxLength={Arrangement.shape[key].maxLength ?? 200}
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
