import { Trans } from '@lingui/react/macro';
import { Button } from 'nhsuk-react-components';

/** Offers six words for a password. They are shown and not filled in: whoever types them twice knows them. */
export function Suggestion({
  suggestion,
  onAsk,
}: {
  readonly suggestion: string | undefined;
  readonly onAsk: () => void;
}) {
  return (
    <div className="suggestion">
      <Button secondary small type="button" onClick={onAsk}>
        {suggestion === undefined ? <Trans>Suggest six words</Trans> : <Trans>Other words</Trans>}
      </Button>
      <output lang="en" dir="ltr">
        {suggestion}
      </output>
    </div>
  );
}
