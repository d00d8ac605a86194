import { useLingui } from '@lingui/react/macro';
import { Select } from 'nhsuk-react-components';
import { LanguageTag, staffLanguage } from '#core/domain/language.ts';
import type { Pack } from '#core/pack/pack.ts';
import { isDraft } from '#core/pack/staff-book.ts';

/** In which language staff read: shown where the content has another one beside English. */
export function StaffLanguage({
  pack,
  value,
  onChange,
}: {
  readonly pack: Pick<Pack, 'staffBooks'>;
  readonly value: LanguageTag;
  readonly onChange: (language: LanguageTag) => void;
}) {
  const { t } = useLingui();
  if (pack.staffBooks.length === 0) return null;
  const isRead = pack.staffBooks.every((book) => book.language !== value || !isDraft(book));
  return (
    <Select
      label={t`Staff read in`}
      hint={
        isRead
          ? t`What is not translated yet is in English.`
          : t`A draft. What is not translated yet is in English.`
      }
      id="staff-language"
      value={value}
      onChange={(event) => onChange(LanguageTag.parse(event.currentTarget.value))}
    >
      <Select.Option value={staffLanguage}>English</Select.Option>
      {pack.staffBooks.map(({ language, ownName }) => (
        <Select.Option key={language} value={language}>
          {ownName}
        </Select.Option>
      ))}
    </Select>
  );
}
