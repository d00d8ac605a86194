import { Trans } from '@lingui/react/macro';
import { Button } from 'nhsuk-react-components';
import type { ReactNode } from 'react';

/** The two ways out of a page that does one thing: back, or do it. */
export function BackAndGo({
  onBack,
  back = <Trans>Back</Trans>,
  onGo,
  children,
}: {
  readonly onBack: () => void;
  readonly back?: ReactNode;
  readonly onGo: () => void;
  /** What going on does, in words. */
  readonly children: ReactNode;
}) {
  return (
    <>
      <Button secondary type="button" onClick={onBack}>
        {back}
      </Button>
      <Button type="button" className="page__actions-end" onClick={onGo}>
        {children}
      </Button>
    </>
  );
}
