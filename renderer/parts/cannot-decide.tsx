import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from 'nhsuk-react-components';
import type { ReactNode } from 'react';
import type { VisitDraft } from '#core/domain/encounter.ts';
import type { Facility } from '#core/domain/facility.ts';
import { askedAnew, newOutcome } from '#core/domain/outcome.ts';
import { deciderOf, whyNoYes } from '#core/journey/deciding.ts';
import type { VisitAnswers } from '#core/journey/visit.ts';
import type { Pack } from '#core/pack/pack.ts';
import { explainDecider } from '../text/explain-consent.ts';
import { type OtherWay, OtherWays } from './other-ways.tsx';
import { takeFocus } from './take-focus.ts';

/** Why a yes would not count here, and what can be done instead; nothing where it would count. */
export function CannotDecide({
  draft,
  pack,
  facility,
  answer,
  goBeside,
  isAlert = false,
  children,
}: {
  readonly draft: VisitDraft;
  readonly pack: Pack;
  readonly facility: Facility;
  readonly answer: (answers: Partial<VisitAnswers>) => void;
  readonly goBeside: (way: OtherWay) => void;
  /** Whether somebody has tried to go on past it. */
  readonly isAlert?: boolean;
  readonly children?: ReactNode;
}) {
  const { t } = useLingui();
  const { outcome } = draft;
  const place = pack.jurisdictions.find(({ id }) => id === facility.jurisdiction);
  const why = whyNoYes(draft, place);
  if (why === undefined || outcome.kind !== 'refer') return null;
  const decider = deciderOf(draft);
  const isInvolvementAsked = decider.mayBeInvolved !== 'not-asked';
  return (
    <div
      className={isAlert ? 'cannot-decide nhsuk-error-summary' : 'cannot-decide'}
      {...(isAlert ? { role: 'alert', tabIndex: -1, ref: takeFocus } : {})}
    >
      <output className="note">
        {why === 'may-be-involved' && !isInvolvementAsked
          ? t`Ask first whether that person could be part of the harm. Until then their yes does not count.`
          : explainDecider(why)}
      </output>
      {why === 'ask-again-later' && (
        <Button type="button" small onClick={() => answer({ outcome: newOutcome('cannot-refer') })}>
          <Trans>Ask again another day</Trans>
        </Button>
      )}
      {(why === 'young-person-decides' || why === 'adult-decides') && (
        <Button
          type="button"
          small
          onClick={() =>
            answer({
              outcome: askedAnew(outcome, {
                decidedBy: { ...decider, who: 'person', mayBeInvolved: 'not-asked' },
              }),
            })
          }
        >
          <Trans>The person decides</Trans>
        </Button>
      )}
      {(why === 'child-path' || why === 'may-be-involved') && (
        <Button type="button" small onClick={() => goBeside('without-yes')}>
          <Trans>To the path for children</Trans>
        </Button>
      )}
      {children}
      {why === 'ask-again-later' && (
        <OtherWays ways={['without-yes', 'consultation']} onChoose={goBeside} />
      )}
    </div>
  );
}
