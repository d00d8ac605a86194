import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from 'nhsuk-react-components';
import { useState } from 'react';
import type { Given } from '#core/domain/consent.ts';
import type { Encounter } from '#core/domain/encounter.ts';
import type { Referral, ReferralId } from '#core/domain/referral.ts';
import { withdrawConsent } from '#core/ipc/consent-channels.ts';
import type { Pack } from '#core/pack/pack.ts';
import { call } from '../../client.ts';
import { Choice } from '../../parts/choice.tsx';
import { Page } from '../../parts/page.tsx';
import { Problem } from '../../parts/problem.tsx';
import type { Explicable } from '../../text/explain.ts';
import { StopNotices } from './stop-notices.tsx';

/** Taking back a yes: at once, with no reason asked, and with the notice to whoever was told. */
export function TakeBack({
  encounter,
  pack,
  takingBack,
  onDone,
}: {
  readonly encounter: Encounter;
  readonly pack: Pack;
  readonly takingBack: Referral;
  readonly onDone: () => void;
}) {
  const { t } = useLingui();
  const [how, setHow] = useState<Given['how']>('spoken');
  const [stopped, setStopped] = useState<readonly ReferralId[]>();
  const [error, setError] = useState<Explicable>();
  const name = pack.contacts.find(({ id }) => id === takingBack.recipient)?.name ?? '';

  async function takeBack(): Promise<void> {
    const reply = await call(withdrawConsent, {
      encounterId: encounter.id,
      recipient: takingBack.recipient,
      purpose: 'referral',
      language: encounter.draft.language,
      given: how === 'spoken' ? { how, witness: '' } : { how },
    });
    setError(reply.ok ? undefined : reply.error);
    if (reply.ok) setStopped(reply.value.stopped);
  }

  if (stopped !== undefined) return <StopNotices {...{ encounter, pack, stopped, onDone }} />;
  return (
    <Page
      heading={t`Take back the yes for ${name}?`}
      actions={
        <>
          <Button secondary type="button" onClick={onDone}>
            <Trans>Back</Trans>
          </Button>
          <Button type="button" className="page__actions-end" onClick={() => void takeBack()}>
            <Trans>Take it back now</Trans>
          </Button>
        </>
      }
    >
      <Problem error={error} />
      <p>
        <Trans>
          It counts at once. Nothing more is passed on, and what is under way with {name} stops. No
          reason is needed.
        </Trans>
      </p>
      <Choice
        name="back-how"
        legend={t`How did they say it?`}
        options={[
          { value: 'spoken', label: t`Spoken` },
          { value: 'signed', label: t`Signed` },
          { value: 'pointed', label: t`Pointed` },
        ]}
        value={how}
        onChoose={setHow}
      />
    </Page>
  );
}
