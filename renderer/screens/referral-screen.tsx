import { Trans } from '@lingui/react/macro';
import { Button } from 'nhsuk-react-components';
import { useState } from 'react';
import type { EncounterId } from '#core/domain/encounter.ts';
import type { ReferralId } from '#core/domain/referral.ts';
import { armGate } from '#core/ipc/encounter-channels.ts';
import { showCover } from '#core/ipc/watch-channels.ts';
import { call } from '../client.ts';
import { useFacility } from '../hooks/use-facility.ts';
import { usePack } from '../hooks/use-pack.ts';
import { usePageKeys } from '../hooks/use-page-keys.ts';
import { useVisit } from '../hooks/use-visit.ts';
import { AloneGate } from '../steps/alone-gate.tsx';
import { Always, type Aside } from './visit/always.tsx';
import { cleanSlate } from './visit/point-and-write.tsx';
import { VisitAside } from './visit/visit-asides.tsx';
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
  const facility = useFacility();
  const { encounter, error, confirm, pause } = useVisit(encounterId, () => {});
  const [stopped, setStopped] = useState<readonly ReferralId[]>();
  const [aside, setAside] = useState<Aside>();
  const [isPaused, setIsPaused] = useState(false);
  const [hasDigits, setHasDigits] = useState(true);
  usePageKeys(hasDigits);
  if (pack === undefined || facility === undefined) return null;
  if (encounter === undefined)
    return (
      <AloneGate
        error={error}
        isPaused={isPaused}
        onConfirm={() => void confirm()}
        onNotYet={onLeave}
      />
    );

  async function leave(): Promise<void> {
    await call(armGate, null);
    onLeave();
  }

  function takeBreak(): void {
    setAside(undefined);
    setIsPaused(true);
    void pause();
  }

  return (
    <>
      <Always
        {...{ aside }}
        canWrite={false}
        onAside={setAside}
        onPause={takeBreak}
        onSkip={undefined}
      />
      {aside !== undefined && (
        <VisitAside
          {...{ aside, pack, facility, hasDigits }}
          draft={encounter.draft}
          slate={cleanSlate}
          onSlate={() => {}}
          onDigits={setHasDigits}
          onAside={setAside}
          // The visit may be closed: what happens here is put down in the next one.
          onAnswer={() => {}}
          onPause={takeBreak}
          onCover={() => void call(showCover, null)}
        />
      )}
      <div className="beneath" hidden={aside !== undefined}>
        {stopped === undefined ? (
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
        ) : (
          <StopNotices {...{ encounter, pack, stopped }} onDone={() => setStopped(undefined)} />
        )}
      </div>
    </>
  );
}
