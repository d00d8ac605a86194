import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from 'nhsuk-react-components';
import { useEffect, useState } from 'react';
import { ok, type Result } from '#core/base/result.ts';
import type { Encounter, EncounterId } from '#core/domain/encounter.ts';
import { LanguageTag } from '#core/domain/language.ts';
import type { Referral, ReferralId } from '#core/domain/referral.ts';
import { readReferrals } from '#core/ipc/referral-channels.ts';
import { previewSheet } from '#core/ipc/sheet-channels.ts';
import type { Pack } from '#core/pack/pack.ts';
import { plainFormat } from '#core/sheet/paper.ts';
import type { Sheet } from '#core/sheet/sheet.ts';
import { call } from '../../client.ts';
import { Page } from '../../parts/page.tsx';
import { Problem } from '../../parts/problem.tsx';
import { PrintableSheet } from '../../printing/printable-sheet.tsx';
import type { Explicable } from '../../text/explain.ts';

/** What was stopped, and for each helper who was told, the notice to print or read out. */
export function StopNotices({
  encounter,
  pack,
  stopped,
  onDone,
}: {
  readonly encounter: Encounter;
  readonly pack: Pack;
  readonly stopped: readonly ReferralId[];
  readonly onDone: () => void;
}) {
  const { t } = useLingui();
  /** Undefined until they were read: that nobody was told anything is said only when it is known. */
  const [told, setTold] = useState<readonly Told[]>();
  const [error, setError] = useState<Explicable>();
  useEffect(() => {
    void noticesFor(encounter.id, stopped).then((found) => {
      if (found.ok) setTold(found.value);
      else setError(found.error);
    });
  }, [encounter.id, stopped]);
  return (
    <Page
      heading={t`Taken back`}
      actions={
        <Button type="button" className="page__actions-end" onClick={onDone}>
          <Trans>Go on</Trans>
        </Button>
      }
    >
      <p>
        <Trans>
          It counts from now on. Tell the person so, and that the care here stays the same.
        </Trans>
      </p>
      <Problem error={error} />
      {told?.length === 0 && (
        <p>
          <Trans>No helper had been told anything, so there is nobody to stop.</Trans>
        </p>
      )}
      {told?.map((one) => (
        <Notice
          key={one.referral.id}
          told={one}
          name={pack.contacts.find(({ id }) => id === one.referral.recipient)?.name ?? ''}
        />
      ))}
    </Page>
  );
}

type Told = {
  readonly referral: Referral;
  readonly order: ReturnType<typeof orderOf>;
  readonly sheet: Sheet;
};

function orderOf(encounterId: EncounterId, referralId: ReferralId) {
  const language = LanguageTag.parse('en');
  return {
    kind: 'stop-notice' as const,
    encounterId,
    referralId,
    language,
    format: plainFormat,
  };
}

/** The notices for every helper who was told, or may hold a sheet that was made for them. */
async function noticesFor(
  encounterId: EncounterId,
  stopped: readonly ReferralId[],
): Promise<Result<readonly Told[], Explicable>> {
  const referrals = await call(readReferrals, { encounterId });
  if (!referrals.ok) return referrals;
  const told: Told[] = [];
  for (const referral of referrals.value.filter(({ id }) => stopped.includes(id))) {
    const order = orderOf(encounterId, referral.id);
    const reply = await call(previewSheet, order);
    if (reply.ok) told.push({ referral, order, sheet: reply.value });
    else if (reply.error.kind !== 'NothingToStop') return reply;
  }
  return ok(told);
}

function Notice({
  told: { referral, order, sheet },
  name,
}: {
  readonly told: Told;
  readonly name: string;
}) {
  const isNoted = referral.moves.some(({ state }) => state === 'handed-over');
  return (
    <section aria-label={name}>
      <h2 className="nhsuk-heading-m">
        {isNoted ? <Trans>Tell {name} now</Trans> : <Trans>Did a sheet reach {name}?</Trans>}
      </h2>
      {!isNoted && (
        <p>
          <Trans>
            One was made for them, and nobody noted that it was handed over. If it left this room,
            tell them now.
          </Trans>
        </p>
      )}
      <PrintableSheet {...{ sheet, order }} />
    </section>
  );
}
