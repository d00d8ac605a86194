import { Trans, useLingui } from '@lingui/react/macro';
import { PasswordInput } from 'nhsuk-react-components';
import type { ReactElement } from 'react';

export type NewPassword = { readonly password: string; readonly again: string };

export const noPassword: NewPassword = { password: '', again: '' };

/** A password that is being chosen, twice, because nobody sees what they type. */
export function NewPasswordFields({
  value,
  differs,
  suggestion,
  onChange,
}: {
  readonly value: NewPassword;
  /** Whether to say that the two are not the same. */
  readonly differs: boolean;
  readonly suggestion: ReactElement;
  readonly onChange: (value: NewPassword) => void;
}) {
  const { t } = useLingui();
  return (
    <>
      <p>
        <Trans>
          At least 15 characters. Six unrelated words are easy to remember and hard to guess.
        </Trans>
      </p>
      {suggestion}
      <PasswordInput
        label={t`New password`}
        id="new-password"
        autoComplete="off"
        width={30}
        value={value.password}
        onChange={(event) => onChange({ ...value, password: event.currentTarget.value })}
      />
      <PasswordInput
        label={t`The same password again`}
        id="new-password-again"
        autoComplete="off"
        width={30}
        value={value.again}
        {...(differs ? { error: t`The two passwords differ` } : {})}
        onChange={(event) => onChange({ ...value, again: event.currentTarget.value })}
      />
    </>
  );
}
