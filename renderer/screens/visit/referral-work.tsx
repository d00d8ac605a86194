import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from 'nhsuk-react-components';
import { useState } from 'react';
import type { Encounter } from '#core/domain/encounter.ts';
import { type Referral, stateOf } from '#core/domain/referral.ts';
import { moveReferral } from '#core/ipc/referral-channels.ts';
import type { Pack } from '#core/pack/pack.ts';
import { call } from '../../client.ts';
import { Problem } from '../../parts/problem.tsx';
import { Script } from '../../parts/script.tsx';
import { firstMoveOf, isMoveIncomplete, momentOfField } from '../../steps/referral-draft.ts';
import { ReferralMove } from '../../steps/referral-move.tsx';
import type { Explicable } from '../../text/explain.ts';

/** The next step of one referral: what to say, what happened, and the way to take it back. */
export function ReferralWork({
  encounter,
  pack,
  referral,
  onMoved,
  onTakeBack,
}: {
  readonly encounter: Encounter;
  readonly pack: Pack;
  readonly referral: Referral;
  readonly onMoved: () => Promise<void>;
  readonly onTakeBack: () => void;
}) {
  const { t } = useLingui();
  const [draft, setDraft] = useState(() => firstMoveOf(referral));
  const [isIncomplete, setIsIncomplete] = useState(false);
  const [error, setError] = useState<Explicable>();

  async function write(): Promise<void> {
    const { to, note, next, arrangement } = draft;
    setIsIncomplete(isMoveIncomplete(draft));
    if (to === null || isMoveIncomplete(draft)) return;
    const reply = await call(moveReferral, {
      encounterId: encounter.id,
      referralId: referral.id,
      seenMoves: referral.moves.length,
      to,
      next,
      dueAt: momentOfField(draft.due),
      note,
      arrangement,
    });
    setError(reply.ok ? undefined : reply.error);
    if (reply.ok) setDraft(firstMoveOf(reply.value));
    // Also after a colleague's move: theirs is shown above what was typed here.
    await onMoved();
  }

  return (
    <>
      <Problem error={error} />
      {stateOf(referral) === 'prepared' && (
        <>
          <h3 className="nhsuk-heading-s">
            <Trans>Say, without a name</Trans>
          </h3>
          <Script
            pack={pack}
            lines={[
              'first-call.who',
              'first-call.can-you',
              'first-call.language',
              'first-call.duty',
              'first-call.meet',
              'first-call.end',
            ]}
          />
        </>
      )}
      <ReferralMove
        {...{ referral, draft, isIncomplete }}
        change={(changes) => {
          setIsIncomplete(false);
          setDraft({ ...draft, ...changes });
        }}
      />
      <div className="sheet-actions">
        <Button type="button" small onClick={() => void write()}>
          {t`Write this down`}
        </Button>
        <Button type="button" small secondary onClick={onTakeBack}>
          {t`They take it back`}
        </Button>
      </div>
    </>
  );
}
