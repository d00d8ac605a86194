import { Select } from 'nhsuk-react-components';
import { LanguageTag } from '#core/domain/language.ts';
import type { Pack } from '#core/pack/pack.ts';

/** One language of the pack, or none where `nothing` names that. */
export function LanguageField({
  pack,
  id,
  label,
  hint,
  value,
  nothing,
  onChange,
}: {
  readonly pack: Pack;
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly value: LanguageTag | null;
  /** What having no language is called; left out where one must be chosen. */
  readonly nothing?: string;
  readonly onChange: (language: LanguageTag | null) => void;
}) {
  return (
    <Select
      label={label}
      {...(hint === undefined ? {} : { hint })}
      id={id}
      value={value ?? ''}
      onChange={(event) => onChange(LanguageTag.safeParse(event.currentTarget.value).data ?? null)}
    >
      {nothing !== undefined && <Select.Option value="">{nothing}</Select.Option>}
      {pack.manifest.languages.map(({ tag, ownName, englishName }) => (
        <Select.Option key={tag} value={tag}>
          {ownName === englishName ? ownName : `${englishName} · ${ownName}`}
        </Select.Option>
      ))}
    </Select>
  );
}
