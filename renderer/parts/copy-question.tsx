import { useLingui } from '@lingui/react/macro';
import { Choice } from './choice.tsx';

/** Whether the person wants a copy of what stays in the file. Nobody is handed one unasked. */
export function CopyQuestion({
  name,
  isWanted,
  onChoose,
}: {
  /** Apart from the same question about another paper on the page. */
  readonly name: string;
  readonly isWanted: boolean;
  readonly onChoose: (isWanted: boolean) => void;
}) {
  const { t } = useLingui();
  return (
    <Choice
      name={name}
      legend={t`Does the person want a copy?`}
      options={[
        { value: 'no', label: t`No`, hint: t`The paper stays in the file here` },
        {
          value: 'yes',
          label: t`Yes, they asked for one`,
          hint: t`One more is printed, for them. Say that others could find it.`,
        },
      ]}
      value={isWanted ? 'yes' : 'no'}
      onChoose={(wanted) => onChoose(wanted === 'yes')}
    />
  );
}
