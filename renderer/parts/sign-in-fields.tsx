import { useLingui } from '@lingui/react/macro';
import { PasswordInput, TextInput } from 'nhsuk-react-components';

export type SignIn = { readonly signInName: string; readonly password: string };

export const noSignIn: SignIn = { signInName: '', password: '' };

/** What opens the records, or a copy of them. */
export function SignInFields({
  value,
  onChange,
}: {
  readonly value: SignIn;
  readonly onChange: (value: SignIn) => void;
}) {
  const { t } = useLingui();
  return (
    <>
      <TextInput
        label={t`Sign-in name`}
        id="sign-in-name"
        autoComplete="off"
        width={20}
        value={value.signInName}
        onChange={(event) => onChange({ ...value, signInName: event.currentTarget.value })}
      />
      <PasswordInput
        label={t`Password`}
        id="password"
        autoComplete="off"
        width={30}
        value={value.password}
        onChange={(event) => onChange({ ...value, password: event.currentTarget.value })}
      />
    </>
  );
}
