import { Trans } from '@lingui/react/macro';
import { readAnchors } from '#core/ipc/audit-channels.ts';
import { Moment } from '../parts/moment.tsx';
import { useAnswer } from './use-answer.ts';

/** After a sign-in: what has to stand on the newest slip of paper, so that everybody can compare. */
export function AnchorNote() {
  const { answer } = useAnswer(readAnchors);
  if (answer?.ok !== true) return null;
  const { printed, isDue, mayPrint } = answer.value;
  if (printed === null && !mayPrint) return null;
  return (
    <p className="anchor-note">
      {printed !== null && (
        <Trans>
          Newest slip: line {printed.anchor.position}, code{' '}
          <bdi className="code">{printed.anchor.code}</bdi>, <Moment instant={printed.printedAt} />.
          Another one on paper? Tell the safeguarding lead.
        </Trans>
      )}{' '}
      {isDue && mayPrint && (
        <span className="tag">
          <Trans>Print a new slip of the log: This place, Log</Trans>
        </span>
      )}
    </p>
  );
}
