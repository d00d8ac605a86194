import { useLingui } from '@lingui/react/macro';
import { TextInput } from 'nhsuk-react-components';
import { dayHere } from '#core/domain/calendar-date.ts';
import { DayField } from './day-field.tsx';

/** By whom something was made sure of, and on which day: nothing is confirmed by nobody. */
export type WhoAndWhen = { readonly by: string; readonly on: string | null };

export function nobodyToday(): WhoAndWhen {
  return { by: '', on: dayHere(new Date().toISOString()) };
}

export function isSaid(value: WhoAndWhen): value is WhoAndWhen & { readonly on: string } {
  return value.by.trim() !== '' && value.on !== null;
}

export function WhoAndWhenFields({
  id,
  label,
  hint,
  value,
  onChange,
}: {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly value: WhoAndWhen;
  readonly onChange: (value: WhoAndWhen) => void;
}) {
  const { t } = useLingui();
  return (
    <>
      <TextInput
        label={label}
        hint={hint}
        id={`${id}-by`}
        autoComplete="off"
        value={value.by}
        onChange={(event) => onChange({ ...value, by: event.currentTarget.value })}
      />
      <DayField
        label={t`On which day?`}
        id={`${id}-on`}
        value={value.on}
        onChange={(on) => onChange({ ...value, on })}
      />
    </>
  );
}
