import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from 'nhsuk-react-components';
import { useState } from 'react';
import type { CasePage } from '#core/domain/case-page.ts';
import type { EncounterListing } from '#core/domain/encounter.ts';
import type { Facility } from '#core/domain/facility.ts';
import { confirmStaffOnly, readCase } from '#core/ipc/case-channels.ts';
import { armGate } from '#core/ipc/encounter-channels.ts';
import type { Pack } from '#core/pack/pack.ts';
import { call } from '../../client.ts';
import { Briefing } from '../../parts/briefing.tsx';
import { Page } from '../../parts/page.tsx';
import { Problem } from '../../parts/problem.tsx';
import { StaffOnlyGate } from '../../steps/staff-only-gate.tsx';
import type { Explicable } from '../../text/explain.ts';

/**
 * Before the person is called in: half a minute with what is known. It has a gate of its own, for
 * staff alone, which is armed again before the visit asks whether the two are alone.
 */
export function BriefingStep({
  visit,
  pack,
  facility,
  onDone,
}: {
  readonly visit: EncounterListing;
  readonly pack: Pack;
  readonly facility: Facility;
  readonly onDone: () => void;
}) {
  const { t } = useLingui();
  const [page, setPage] = useState<CasePage>();
  const [error, setError] = useState<Explicable>();

  async function confirm(): Promise<void> {
    const confirmed = await call(confirmStaffOnly, null);
    const reply = confirmed.ok
      ? await call(readCase, { caseId: visit.caseId, preparing: visit.id })
      : confirmed;
    if (reply.ok) setPage(reply.value);
    else setError(reply.error);
  }

  async function done(): Promise<void> {
    setPage(undefined);
    await call(armGate, null);
    onDone();
  }

  if (page === undefined)
    return (
      <StaffOnlyGate
        error={error}
        isSkipped
        onConfirm={() => void confirm()}
        onLeave={() => void done()}
      />
    );
  return (
    <Page
      heading={t`Before you call them in`}
      actions={
        <Button
          type="button"
          className="page__actions-end page__next"
          data-digit="1"
          onClick={() => void done()}
        >
          <Trans>Ready</Trans>
        </Button>
      }
    >
      <Problem error={error} />
      <Briefing {...{ page, pack, facility }} />
    </Page>
  );
}
