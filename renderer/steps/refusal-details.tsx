import { Trans, useLingui } from '@lingui/react/macro';
import { Textarea } from 'nhsuk-react-components';
import type { Outcome } from '#core/domain/outcome.ts';
import { Choice } from '../parts/choice.tsx';

type Declined = Extract<Outcome, { kind: 'declined' }>;

/** What makes a no complete, all of it optional: nobody owes a reason or a signature (C5). */
export function RefusalDetails({
  outcome,
  change,
}: {
  readonly outcome: Declined;
  readonly change: (changes: Partial<Declined>) => void;
}) {
  const { t } = useLingui();
  return (
    <details className="more">
      <summary>
        <Trans>A reason, a note</Trans>
      </summary>
      <Textarea
        label={t`A reason, only if they offer one`}
        id="reason"
        rows={2}
        value={outcome.reason}
        onChange={(event) => change({ reason: event.currentTarget.value })}
      />
      <Textarea
        label={t`What was explained`}
        id="explained"
        rows={2}
        value={outcome.explained}
        onChange={(event) => change({ explained: event.currentTarget.value })}
      />
      <Choice
        name="note"
        legend={t`A signed note that they said no`}
        options={[
          { value: 'not-offered', label: t`Not offered` },
          { value: 'signed', label: t`Signed, and kept here` },
          { value: 'declined-to-sign', label: t`They would rather not sign` },
        ]}
        value={outcome.note}
        onChoose={(note) => change({ note })}
      />
    </details>
  );
}
