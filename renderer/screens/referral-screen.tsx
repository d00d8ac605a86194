import { Trans } from '@lingui/react/macro';
import { Button } from 'nhsuk-react-components';
import { useState } from 'react';
import type { EncounterId } from '#core/domain/encounter.ts';
import type { ReferralId } from '#core/domain/referral.ts';
import { armGate } from '#core/ipc/encounter-channels.ts';
import { call } from '../client.ts';
import { usePack } from '../hooks/use-pack.ts';
import { useVisit } from '../hooks/use-visit.ts';
import { AloneGate } from '../steps/alone-gate.tsx';
import { ReferralDesk } from './visit/referral-desk.tsx';
import { StopNotices } from './visit/stop-notices.tsx';

/** What is under way for one person, opened from the list of what waits, behind the same gate as a visit. */
export function ReferralScreen({
  encounterId,
  onLeave,
}: {
  readonly encounterId: EncounterId;
  readonly onLeave: () => void;
}) {
  const pack = usePack();
  const { encounter, error, confirm } = useVisit(encounterId, () => {});
  const [stopped, setStopped] = useState<readonly ReferralId[]>();
  if (pack === undefined) return null;
  if (encounter === undefined)
    return (
      <AloneGate
        error={error}
        isPaused={false}
        onConfirm={() => void confirm()}
        onNotYet={onLeave}
      />
    );

  async function leave(): Promise<void> {
    await call(armGate, null);
    onLeave();
  }

  if (stopped !== undefined)
    return <StopNotices {...{ encounter, pack, stopped }} onDone={() => setStopped(undefined)} />;
  return (
    <ReferralDesk
      {...{ encounter, pack }}
      onTakenBack={(_, ids) => setStopped(ids)}
      recipient={null}
      actions={
        <Button secondary type="button" onClick={() => void leave()}>
          <Trans>Leave</Trans>
        </Button>
      }
    />
  );
}
