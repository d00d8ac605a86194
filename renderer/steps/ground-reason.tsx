import { Trans, useLingui } from '@lingui/react/macro';
import { Textarea } from 'nhsuk-react-components';
import { Choice } from '../parts/choice.tsx';
import { Page } from '../parts/page.tsx';
import type { GroundPageProps } from './ground-draft.ts';

/** Facts, the reason, and what the person was told or why not. It stays here; the agency reads none of it. */
export function GroundReason({ draft, change, actions, problem, isIncomplete }: GroundPageProps) {
  const { t } = useLingui();
  return (
    <Page heading={t`Why now?`} actions={actions}>
      {problem}
      {isIncomplete && (
        <p className="nhsuk-error-message" role="alert">
          <Trans>A few words in each field, please. Two or three are enough.</Trans>
        </p>
      )}
      <Textarea
        label={t`What you saw or heard`}
        hint={t`Facts, not guesses. It stays here.`}
        id="ground-facts"
        maxLength={4_000}
        rows={3}
        value={draft.facts}
        onChange={(event) => change({ facts: event.currentTarget.value })}
      />
      <Textarea
        label={t`Why it cannot wait for a yes`}
        id="ground-reason"
        maxLength={2_000}
        rows={2}
        value={draft.reason}
        onChange={(event) => change({ reason: event.currentTarget.value })}
      />
      <Choice
        name="ground-told"
        legend={t`Does the person know?`}
        options={[
          { value: 'told', label: t`Yes, I told them` },
          { value: 'not-told', label: t`No`, hint: t`Only if telling adds to the danger` },
        ]}
        value={draft.told ?? undefined}
        onChoose={(told) => change({ told })}
      />
      {draft.told !== null && (
        <Textarea
          label={draft.told === 'told' ? t`What you told them` : t`Why not`}
          id="ground-words"
          maxLength={2_000}
          rows={2}
          value={draft.words}
          onChange={(event) => change({ words: event.currentTarget.value })}
        />
      )}
    </Page>
  );
}
