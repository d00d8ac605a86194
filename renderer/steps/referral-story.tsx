import { Trans } from '@lingui/react/macro';
import { noArrangement, type Referral, stateOf } from '#core/domain/referral.ts';
import { Moment } from '../parts/moment.tsx';
import { stateName } from '../text/referral.ts';

/** Where a referral stands, who does what next, the plan, and how it came there. */
export function ReferralStory({
  referral,
  nameOf,
}: {
  readonly referral: Referral;
  /** The first name of a member. */
  readonly nameOf: (id: string) => string;
}) {
  const last = referral.moves.at(-1);
  const plan = last?.arrangement ?? noArrangement;
  const planned = [plan.time, plan.transport, plan.escort, plan.interpreter].filter(
    (text) => text !== '',
  );
  return (
    <>
      <p>
        <strong>{stateName(stateOf(referral))}</strong>
        {last !== undefined && last.next !== '' && (
          <>
            {' · '}
            <Trans>next: {last.next}</Trans>
          </>
        )}
        {last !== undefined && last.dueAt !== null && (
          <>
            {' · '}
            <Trans>
              by <Moment instant={last.dueAt} />
            </Trans>
          </>
        )}
      </p>
      {planned.length > 0 && <p>{planned.join(' · ')}</p>}
      {plan.codeWord !== '' && (
        <p>
          <Trans>
            Word: <bdi>{plan.codeWord}</bdi>
          </Trans>
        </p>
      )}
      {plan.arrivalBy !== '' && (
        <p>
          <Trans>Arrival is heard by: {plan.arrivalBy}</Trans>
        </p>
      )}
      <details className="more">
        <summary>
          <Trans>How it came there</Trans>
        </summary>
        <ol>
          {referral.moves.map((move) => (
            <li key={move.at + move.state}>
              <Moment instant={move.at} /> · {stateName(move.state)} · {nameOf(move.by)}
              {move.note !== '' && <> · {move.note}</>}
            </li>
          ))}
        </ol>
      </details>
    </>
  );
}
