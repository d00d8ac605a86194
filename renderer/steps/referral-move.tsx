import { Trans, useLingui } from '@lingui/react/macro';
import { Textarea, TextInput } from 'nhsuk-react-components';
import { isOpen, type Referral } from '#core/domain/referral.ts';
import { Choice } from '../parts/choice.tsx';
import { moveName, nextAfter } from '../text/referral.ts';
import { ArrangementFields } from './arrangement-fields.tsx';
import type { TypedMove } from '#core/domain/typed.ts';
import { isMoveIncomplete, offeredMoves } from './referral-draft.ts';

/** What has happened, who does what next and by when. */
export function ReferralMove({
  referral,
  draft,
  change,
  isIncomplete,
}: {
  readonly referral: Referral;
  readonly draft: TypedMove;
  readonly change: (changes: Partial<TypedMove>) => void;
  readonly isIncomplete: boolean;
}) {
  const { t } = useLingui();
  const { to } = draft;
  return (
    <>
      {isIncomplete && isMoveIncomplete(draft) && (
        <p className="nhsuk-error-message" role="alert">
          {to === null && <Trans>Choose what has happened</Trans>}
          {to === 'refused-by-agency' && <Trans>Write the reason they gave, or “none given”</Trans>}
          {to === 'handed-over' && <Trans>Ask first whose number and place these are</Trans>}
        </p>
      )}
      <Choice
        name="move"
        legend={t`What has happened?`}
        options={offeredMoves(referral).map((state) => ({ value: state, label: moveName(state) }))}
        value={to ?? undefined}
        onChoose={(state) => change({ to: state, next: nextAfter(state) })}
      />
      {to === 'handed-over' && (
        <ArrangementFields
          arrangement={draft.arrangement}
          change={(changes) => change({ arrangement: { ...draft.arrangement, ...changes } })}
        />
      )}
      {to !== null && (
        <Textarea
          label={to === 'refused-by-agency' ? t`The reason they gave` : t`A note, if needed`}
          id="move-note"
          maxLength={2_000}
          rows={2}
          value={draft.note}
          onChange={(event) => change({ note: event.currentTarget.value })}
        />
      )}
      {to !== null && isOpen(to) && (
        <>
          <TextInput
            label={t`Who does what next`}
            id="move-next"
            maxLength={500}
            value={draft.next}
            onChange={(event) => change({ next: event.currentTarget.value })}
          />
          <TextInput
            label={t`By when`}
            id="move-due"
            type="datetime-local"
            width={20}
            value={draft.due}
            onChange={(event) => change({ due: event.currentTarget.value })}
          />
        </>
      )}
    </>
  );
}
