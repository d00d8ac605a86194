import { useLingui } from '@lingui/react/macro';
import { Checkboxes, Select } from 'nhsuk-react-components';
import { useId } from 'react';
import { type Format, PaperSize } from '#core/sheet/paper.ts';

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
