import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from 'nhsuk-react-components';
import { useState } from 'react';
import type { Encounter } from '#core/domain/encounter.ts';
import { type Referral, stateOf } from '#core/domain/referral.ts';
import type { TypedMove, TypedReferralMove } from '#core/domain/typed.ts';
import { moveReferral } from '#core/ipc/referral-channels.ts';
import type { Pack } from '#core/pack/pack.ts';
import { call } from '../../client.ts';
import { Problem } from '../../parts/problem.tsx';
import { Script } from '../../parts/script.tsx';
import { TwoVersions } from '../../parts/two-versions.tsx';
import {
  firstMoveOf,
  isMoveIncomplete,
  momentOfField,
  onTopOf,
  versionsOfMove,
} from '../../steps/referral-draft.ts';
import { ReferralMove } from '../../steps/referral-move.tsx';
import type { Explicable } from '../../text/explain.ts';
import { arrangementLabel } from '../../text/referral.ts';

/** The next step of one referral: what to say, what happened, and the way to take it back. */
export function ReferralWork({
  encounter,
  pack,
  referral,
  typed,
  onType,
  nameOf,
  onMoved,
  onTakeBack,
}: {
  readonly encounter: Encounter;
  readonly pack: Pack;
  readonly referral: Referral;
  /** What this member typed for it before and did not write down. */
  readonly typed: TypedReferralMove | undefined;
  /** Null once it is written down. */
  readonly onType: (typed: TypedReferralMove | null) => void;
  /** The first name of a member. */
  readonly nameOf: (id: string) => string;
  readonly onMoved: () => Promise<void>;
  readonly onTakeBack: () => void;
}) {
  const { t } = useLingui();
  const [draft, setDraft] = useState(() => typed?.move ?? firstMoveOf(referral));
  /** The moves that what is typed here was typed on. */
  const [seenMoves, setSeenMoves] = useState(typed?.seenMoves ?? referral.moves.length);
  const [isIncomplete, setIsIncomplete] = useState(false);
  const [error, setError] = useState<Explicable>();

  async function write(): Promise<void> {
    const { to, note, next, arrangement } = draft;
    setIsIncomplete(isMoveIncomplete(draft));
    if (to === null || isMoveIncomplete(draft)) return;
    const reply = await call(moveReferral, {
      encounterId: encounter.id,
      referralId: referral.id,
      seenMoves,
      to,
      next,
      dueAt: momentOfField(draft.due),
      note,
      arrangement,
    });
    setError(reply.ok ? undefined : reply.error);
    if (reply.ok) {
      setDraft(firstMoveOf(reply.value));
      setSeenMoves(reply.value.moves.length);
      onType(null);
    }
    // Also after a colleague's move: theirs is then shown beside what was typed here.
    await onMoved();
  }

  function change(move: TypedMove, seen = seenMoves): void {
    setIsIncomplete(false);
    setDraft(move);
    onType({ kind: 'referral-move', referralId: referral.id, seenMoves: seen, move });
  }

  const isBehind = seenMoves < referral.moves.length;
  if (isBehind) {
    return (
      <TwoVersions
        name={nameOf(referral.moves.at(-1)?.by ?? '')}
        fields={versionsOfMove(referral, seenMoves, draft)}
        labelOf={(field) => (field === 'next' ? t`Who does what next` : arrangementLabel(field))}
        onChosen={(texts) => {
          setError(undefined);
          setSeenMoves(referral.moves.length);
          change(onTopOf(referral, draft, texts), referral.moves.length);
        }}
      />
    );
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
        change={(changes) => change({ ...draft, ...changes })}
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
