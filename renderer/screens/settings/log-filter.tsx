import { useLingui } from '@lingui/react/macro';
import { Select, TextInput } from 'nhsuk-react-components';
import { type LogFilter, type LogMember, LogPart } from '#core/domain/audit-view.ts';
import { DayField } from '../../parts/day-field.tsx';
import { nameFrom } from '../../text/audit-words.ts';
import { sayLogPart } from '../../text/log-words.ts';

/** What of the log is shown. */
export function LogFilterForm({
  filter,
  typedCode,
  members,
  isLead,
  onChange,
  onCode,
}: {
  readonly filter: LogFilter;
  readonly typedCode: string;
  readonly members: readonly LogMember[];
  readonly isLead: boolean;
  readonly onChange: (filter: LogFilter) => void;
  readonly onCode: (typed: string) => void;
}) {
  const { t } = useLingui();
  const nameOf = nameFrom(members);
  const parts = LogPart.options.filter((part) => isLead || part !== 'cases');
  return (
    <div className="log-filter">
      <Select
        label={t`What`}
        id="log-part"
        value={filter.part ?? ''}
        onChange={(event) =>
          onChange({ ...filter, part: LogPart.safeParse(event.currentTarget.value).data ?? null })
        }
      >
        <Select.Option value="">{t`Everything`}</Select.Option>
        {parts.map((part) => (
          <Select.Option key={part} value={part}>
            {sayLogPart(part)}
          </Select.Option>
        ))}
      </Select>
      <Select
        label={t`Who`}
        id="log-staff"
        value={filter.staff ?? ''}
        onChange={(event) => {
          const chosen = members.find(({ id }) => id === event.currentTarget.value);
          onChange({ ...filter, staff: chosen?.id ?? null });
        }}
      >
        <Select.Option value="">{t`Everybody`}</Select.Option>
        {members.map(({ id }) => (
          <Select.Option key={id} value={id}>
            {nameOf(id)}
          </Select.Option>
        ))}
      </Select>
      {isLead && (
        <TextInput
          label={t`Case code`}
          id="log-case"
          width={5}
          maxLength={6}
          autoComplete="off"
          value={typedCode}
          onChange={(event) => onCode(event.currentTarget.value)}
        />
      )}
      <DayField
        label={t`From`}
        id="log-from"
        value={filter.from}
        onChange={(from) => onChange({ ...filter, from })}
      />
      <DayField
        label={t`To`}
        id="log-to"
        value={filter.to}
        onChange={(to) => onChange({ ...filter, to })}
      />
    </div>
  );
}
