import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from 'nhsuk-react-components';
import { useEffect, useState } from 'react';
import type { Encounter } from '#core/domain/encounter.ts';
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
  const [referrals, setReferrals] = useState<readonly Referral[]>();
  const [error, setError] = useState<Explicable>();
  useEffect(() => {
    void call(readReferrals, { encounterId: encounter.id }).then((reply) => {
      if (reply.ok) setReferrals(reply.value.filter(({ id }) => stopped.includes(id)));
      else setError(reply.error);
    });
  }, [encounter.id, stopped]);
  const told = referrals?.filter(({ moves }) => moves.some(({ state }) => state === 'handed-over'));
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
      {told?.map((referral) => (
        <Notice
          key={referral.id}
          encounter={encounter}
          referral={referral}
          name={pack.contacts.find(({ id }) => id === referral.recipient)?.name ?? ''}
        />
      ))}
    </Page>
  );
}

function Notice({
  encounter,
  referral,
  name,
}: {
  readonly encounter: Encounter;
  readonly referral: Referral;
  readonly name: string;
}) {
  const [sheet, setSheet] = useState<Sheet>();
  const [error, setError] = useState<Explicable>();
  const [order] = useState(() => ({
    kind: 'stop-notice' as const,
    encounterId: encounter.id,
    referralId: referral.id,
    language: LanguageTag.parse('en'),
    format: plainFormat,
  }));
  useEffect(() => {
    void call(previewSheet, order).then((reply) => {
      if (reply.ok) setSheet(reply.value);
      else setError(reply.error);
    });
  }, [order]);

  return (
    <section aria-label={name}>
      <h2 className="nhsuk-heading-m">
        <Trans>Tell {name} now</Trans>
      </h2>
      <Problem error={error} />
      {sheet && <PrintableSheet {...{ sheet, order }} />}
    </section>
  );
}
