import { Trans } from '@lingui/react/macro';
import { Button } from 'nhsuk-react-components';
import { assertNever } from '#core/base/assert.ts';
import type { ContactId } from '#core/domain/contact.ts';
import type { Encounter } from '#core/domain/encounter.ts';
import type { Facility } from '#core/domain/facility.ts';
import type { ReferralId } from '#core/domain/referral.ts';
import type { Pack } from '#core/pack/pack.ts';
import type { OtherWay } from '../../parts/other-ways.tsx';
import { AgreedDesk } from './agreed-desk.tsx';
import { ConsultationScreen } from './consultation.tsx';
import { MissingDesk } from './missing-desk.tsx';
import { ReferralDesk } from './referral-desk.tsx';
import { WithoutYes } from './without-yes.tsx';

/** A path beside the steps of a visit. It leads back to the step it came from. */
export function BesideVisit({
  way,
  encounter,
  pack,
  facility,
  onDone,
  onTakenBack,
}: {
  readonly way: OtherWay;
  readonly encounter: Encounter;
  readonly pack: Pack;
  readonly facility: Facility;
  readonly onDone: () => void;
  readonly onTakenBack: (recipient: ContactId, stopped: readonly ReferralId[]) => void;
}) {
  const { id: encounterId, caseId } = encounter;
  switch (way) {
    case 'consultation':
      return <ConsultationScreen onDone={onDone} />;
    case 'under-way':
      return (
        <ReferralDesk
          {...{ encounter, pack, onTakenBack }}
          recipient={null}
          actions={
            <Button secondary type="button" onClick={onDone}>
              <Trans>Back to the visit</Trans>
            </Button>
          }
        />
      );
    case 'agreed':
      return <AgreedDesk {...{ encounter, pack, onDone, onTakenBack }} />;
    case 'missing':
      return <MissingDesk {...{ encounter, pack, facility, onDone }} />;
    case 'without-yes':
      return <WithoutYes {...{ encounterId, caseId, pack, facility, onDone }} />;
    default:
      return assertNever(way);
  }
}
