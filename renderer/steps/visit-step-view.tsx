import { assertNever } from '#core/base/assert.ts';
import { ConsentStep } from './consent-step.tsx';
import { DangerStep } from './danger-step.tsx';
import { DecidingStep } from './deciding-step.tsx';
import { DecisionStep } from './decision-step.tsx';
import { ExplainStep } from './explain-step.tsx';
import { HandOverStep } from './hand-over-step.tsx';
import { NeedsStep } from './needs-step.tsx';
import { OwnViewStep } from './own-view-step.tsx';
import { PersonStep } from './person-step.tsx';
import { PlanStep } from './plan-step.tsx';
import { RecipientStep } from './recipient-step.tsx';
import { RecordStep } from './record-step.tsx';
import { RiskLevelStep } from './risk-level-step.tsx';
import { RiskStep } from './risk-step.tsx';
import { SignsStep } from './signs-step.tsx';
import { StayInTouchStep } from './stay-in-touch-step.tsx';
import { ConditionStep } from './condition-step.tsx';
import { FollowUpStep } from './follow-up-step.tsx';
import { InTheRoomStep } from './in-the-room-step.tsx';
import { OpennessStep } from './openness-step.tsx';
import { OptionsStep } from './options-step.tsx';
import { SafeContactStep } from './safe-contact-step.tsx';
import { TalkStep } from './talk-step.tsx';
import type { StepProps } from './step-props.ts';

/** The step a visit is at. The first call and the sheets need the main process and are screens of their own. */
export function VisitStepView(props: StepProps) {
  const { step } = props.draft;
  switch (step) {
    case 'condition':
      return <ConditionStep {...props} />;
    case 'record':
      return <RecordStep {...props} />;
    case 'plan':
      return <PlanStep {...props} />;
    case 'follow-up':
      return <FollowUpStep {...props} />;
    case 'in-the-room':
      return <InTheRoomStep {...props} />;
    case 'openness':
      return <OpennessStep {...props} />;
    case 'options':
      return <OptionsStep {...props} />;
    case 'safe-contact':
      return <SafeContactStep {...props} />;
    case 'talk':
      return <TalkStep {...props} />;
    case 'danger':
      return <DangerStep {...props} />;
    case 'person':
      return <PersonStep {...props} />;
    case 'own-view':
      return <OwnViewStep {...props} />;
    case 'risk':
      return <RiskStep {...props} />;
    case 'risk-level':
      return <RiskLevelStep {...props} />;
    case 'signs':
      return <SignsStep {...props} />;
    case 'needs':
      return <NeedsStep {...props} />;
    case 'decision':
      return <DecisionStep {...props} />;
    case 'deciding':
      return <DecidingStep {...props} />;
    case 'explain':
      return <ExplainStep {...props} />;
    case 'stay-in-touch':
      return <StayInTouchStep {...props} />;
    case 'recipient':
      return <RecipientStep {...props} />;
    case 'consent':
      return <ConsentStep {...props} />;
    case 'hand-over':
      return <HandOverStep {...props} />;
    case 'first-call':
    case 'sheets':
      return null;
    default:
      return assertNever(step);
  }
}
