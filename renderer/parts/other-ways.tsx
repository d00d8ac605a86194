import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from 'nhsuk-react-components';
import type { Spot } from '#core/domain/spot.ts';

/** What a visit leads to beside its own steps. */
export type OtherWay = NonNullable<Spot['way']>;

/** Ways beside the question of the page, folded away until somebody wants them. */
export function OtherWays({
  ways,
  onChoose,
}: {
  readonly ways: readonly OtherWay[];
  readonly onChoose: (way: OtherWay) => void;
}) {
  const { t } = useLingui();
  const names: Readonly<Record<OtherWay, string>> = {
    agreed: t`What they agreed to, and taking it back`,
    consultation: t`Ask an expert without a name`,
    missing: t`Facts in case nobody knows where they are`,
    'under-way': t`What is under way with helpers`,
    'without-yes': t`When something must be passed on without a yes`,
  };
  return (
    <details className="more">
      <summary>
        <Trans>Other ways</Trans>
      </summary>
      {ways.map((way) => (
        <Button key={way} type="button" small secondary onClick={() => onChoose(way)}>
          {names[way]}
        </Button>
      ))}
    </details>
  );
}
