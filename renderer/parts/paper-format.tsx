import { useLingui } from '@lingui/react/macro';
import { Checkboxes, Select } from 'nhsuk-react-components';
import { useId } from 'react';
import { type Format, mostCopies, PaperSize } from '#core/sheet/paper.ts';

/** What a sheet is printed on, and how large. */
export function PaperFormat({
  format,
  onChange,
}: {
  readonly format: Format;
  readonly onChange: (format: Format) => void;
}) {
  const { t } = useLingui();
  const id = useId();
  return (
    <>
      <Select
        label={t`Paper`}
        id={`${id}-size`}
        value={format.size}
        onChange={(event) =>
          onChange({ ...format, size: PaperSize.parse(event.currentTarget.value) })
        }
      >
        {PaperSize.options.map((size) => (
          <Select.Option key={size} value={size}>
            {size}
          </Select.Option>
        ))}
      </Select>
      <Select
        label={t`Copies`}
        id={`${id}-copies`}
        value={String(format.copies)}
        onChange={(event) => onChange({ ...format, copies: Number(event.currentTarget.value) })}
      >
        {[1, 2, 3, 4, 5, 10, mostCopies].map((copies) => (
          <Select.Option key={copies} value={String(copies)}>
            {String(copies)}
          </Select.Option>
        ))}
      </Select>
      <Checkboxes id={`${id}-large`} small>
        <Checkboxes.Item
          value="large"
          checked={format.isLarge}
          onChange={() => onChange({ ...format, isLarge: !format.isLarge })}
        >
          {t`Large print`}
        </Checkboxes.Item>
      </Checkboxes>
    </>
  );
}
