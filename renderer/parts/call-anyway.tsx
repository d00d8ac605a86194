import { Trans } from '@lingui/react/macro';

/** When something could not be written down while somebody is in danger: the telephone works all the same. */
export function CallAnyway() {
  return (
    <p className="note">
      <Trans>
        Do not wait for this. Call now, say only what you named, and write it on paper until it can
        be kept here.
      </Trans>
    </p>
  );
}
