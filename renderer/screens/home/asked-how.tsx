import { Trans } from '@lingui/react/macro';
import { Button } from 'nhsuk-react-components';
import { useAnswer } from '../../hooks/use-answer.ts';
import { readDebriefDay } from '#core/ipc/colleague-channels.ts';

/** On the day a member chose after a visit: how are they now? (R162) It says nothing of why. */
export function AskedHow({ onAnswer }: { readonly onAnswer: () => void }) {
  const { value } = useAnswer(readDebriefDay);
  if (value?.isDue !== true) return null;
  return (
    <p className="practice-note">
      <Trans>You wanted to be asked again: how are you?</Trans>{' '}
      <Button secondary small type="button" onClick={onAnswer}>
        <Trans>A minute for myself</Trans>
      </Button>
    </p>
  );
}
