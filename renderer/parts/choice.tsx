import { Radios } from 'nhsuk-react-components';
import type { ReactElement } from 'react';

export type Option<Value extends string> = {
  readonly value: Value;
  readonly label: string;
  readonly hint?: string | ReactElement;
};

/** One question with one answer out of a few. */
export function Choice<Value extends string>({
  name,
  legend,
  isHeading = false,
  isInline = false,
  options,
  value,
  onChoose,
}: {
  readonly name: string;
  readonly legend: string;
  /** Whether the page's heading already asks the question: the legend is then for readers of the screen only. */
  readonly isHeading?: boolean;
  /** Whether the answers stand in one row, for a page with several short questions. */
  readonly isInline?: boolean;
  readonly options: readonly Option<Value>[];
  readonly value: Value | undefined;
  readonly onChoose: (value: Value) => void;
}) {
  // The library's radios fail when they come up without any.
  if (options.length === 0) return null;
  return (
    <Radios
      legend={legend}
      legendProps={isHeading ? { className: 'nhsuk-u-visually-hidden' } : { size: 's' }}
      idPrefix={name}
      name={name}
      inline={isInline}
      small={isInline}
    >
      {options.map((option) => (
        <Radios.Item
          key={option.value}
          value={option.value}
          checked={value === option.value}
          onChange={() => onChoose(option.value)}
          {...(option.hint === undefined ? {} : { hint: option.hint })}
        >
          {option.label}
        </Radios.Item>
      ))}
    </Radios>
  );
}
