import { Plural, Trans } from '@lingui/react/macro';
import { Button } from 'nhsuk-react-components';

/** On the first screen: how much waits, and the ways that are always open. Nothing of what it is about. */
export function DueNote({
  toSign,
  late,
  overdue,
  onChoose,
  onConsultation,
}: {
  readonly toSign: number;
  readonly late: number;
  readonly overdue: number;
  readonly onChoose: () => void;
  readonly onConsultation: () => void;
}) {
  return (
    <div className="due-note">
      <span>
        {toSign > 0 && (
          <span className="tag">
            <Plural
              value={toSign}
              one="# note waits for your signature"
              other="# notes wait for your signature"
            />
          </span>
        )}{' '}
        {late > 0 && (
          <span className="tag">
            <Plural value={late} one="# signature is overdue" other="# signatures are overdue" />
          </span>
        )}{' '}
        {overdue > 0 && (
          <span className="tag">
            <Plural value={overdue} one="# step is overdue" other="# steps are overdue" />
          </span>
        )}
        {toSign + late + overdue === 0 && <Trans>Nothing is overdue</Trans>}
      </span>
      <Button secondary small type="button" onClick={onChoose}>
        <Trans>What is waiting</Trans>
      </Button>
      <Button secondary small type="button" onClick={onConsultation}>
        <Trans>Ask for advice</Trans>
      </Button>
    </div>
  );
}
