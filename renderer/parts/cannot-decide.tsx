import { Trans } from '@lingui/react/macro';
import { Button } from 'nhsuk-react-components';
import type { CannotDecide as Why } from '#core/domain/decider.ts';
import { explainDecider } from '../text/explain-consent.ts';
import { type OtherWay, OtherWays } from './other-ways.tsx';

/** Why a yes would not count here, and the step that comes instead. */
export function CannotDecide({
  why,
  goBeside,
}: {
  readonly why: Why;
  readonly goBeside: (way: OtherWay) => void;
}) {
  const isChild = why === 'child-path' || why === 'may-be-involved';
  return (
    <>
      <output className="note cannot-decide">{explainDecider(why)}</output>
      {isChild ? (
        <Button type="button" small onClick={() => goBeside('without-yes')}>
          <Trans>To the path for children</Trans>
        </Button>
      ) : (
        <OtherWays ways={['without-yes', 'consultation']} onChoose={goBeside} />
      )}
    </>
  );
}
