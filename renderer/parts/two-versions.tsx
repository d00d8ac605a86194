import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from 'nhsuk-react-components';
import { useState } from 'react';
import { type BothVersions, chosenText, type VersionChoice } from '#core/domain/both-versions.ts';
import { Choice } from './choice.tsx';

/** What a colleague wrote and what was typed here, side by side; nothing goes on before each is chosen. */
export function TwoVersions<Key extends string>({
  name,
  fields,
  labelOf,
  onChosen,
}: {
  /** Of the colleague. */
  readonly name: string;
  readonly fields: readonly BothVersions<Key>[];
  readonly labelOf: (key: Key) => string;
  readonly onChosen: (texts: Readonly<Partial<Record<Key, string>>>) => void;
}) {
  const { t } = useLingui();
  const [choices, setChoices] = useState<Readonly<Record<string, VersionChoice>>>({});
  const nothing = t`nothing`;

  function choose(): void {
    const texts: Partial<Record<Key, string>> = {};
    for (const field of fields)
      texts[field.key] = chosenText(field, choices[field.key] ?? field.proposed);
    onChosen(texts);
  }

  return (
    <section className="two-versions" aria-label={t`Two versions`}>
      <p className="nhsuk-heading-s">
        <Trans>{name} went on meanwhile. Yours is kept: choose for each.</Trans>
      </p>
      {fields.map((field) => (
        <Choice
          key={field.key}
          name={`version-${field.key}`}
          legend={labelOf(field.key)}
          options={[
            { value: 'theirs', label: field.theirs || nothing, hint: name },
            { value: 'mine', label: field.mine || nothing, hint: t`You` },
            ...(field.theirs === '' || field.mine === ''
              ? []
              : [{ value: 'both' as const, label: t`Keep both` }]),
          ]}
          value={choices[field.key] ?? field.proposed}
          onChoose={(choice) => setChoices({ ...choices, [field.key]: choice })}
        />
      ))}
      <Button type="button" small onClick={choose}>
        <Trans>Go on with these</Trans>
      </Button>
    </section>
  );
}
