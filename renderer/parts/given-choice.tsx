import { useLingui } from '@lingui/react/macro';
import type { Given } from '#core/domain/consent.ts';
import { Choice } from './choice.tsx';

/** How a yes or a no was given. */
export function GivenChoice({
  name,
  how,
  onChoose,
}: {
  readonly name: string;
  readonly how: Given['how'];
  readonly onChoose: (how: Given['how']) => void;
}) {
  const { t } = useLingui();
  return (
    <Choice
      name={name}
      legend={t`How did they say it?`}
      options={[
        { value: 'spoken', label: t`Spoken` },
        { value: 'signed', label: t`With a signature` },
        { value: 'pointed', label: t`By pointing` },
      ]}
      value={how}
      {...{ onChoose }}
    />
  );
}
