import { Trans } from '@lingui/react/macro';

/** Says that the one answer this page needs is missing. */
export function NeedsAnswer({ isShown }: { readonly isShown: boolean }) {
  if (!isShown) return null;
  return (
    <p className="nhsuk-error-message" role="alert">
      <Trans>Choose one answer to go on</Trans>
    </p>
  );
}
