import { TextInput } from 'nhsuk-react-components';

/** A day, or none. */
export function DayField({
  label,
  id,
  value,
  onChange,
}: {
  readonly label: string;
  readonly id: string;
  readonly value: string | null;
  readonly onChange: (day: string | null) => void;
}) {
  return (
    <TextInput
      label={label}
      id={id}
      type="date"
      width={10}
      value={value ?? ''}
      onChange={(event) => onChange(event.currentTarget.value || null)}
    />
  );
}
