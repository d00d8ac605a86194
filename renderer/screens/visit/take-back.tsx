import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { Given } from '#core/domain/consent.ts';
import type { ContactId } from '#core/domain/contact.ts';
import type { Encounter } from '#core/domain/encounter.ts';
import type { ReferralId } from '#core/domain/referral.ts';
import { withdrawConsent } from '#core/ipc/consent-channels.ts';
import type { Pack } from '#core/pack/pack.ts';
import { call } from '../../client.ts';
import { BackAndGo } from '../../parts/back-and-go.tsx';
import { GivenChoice } from '../../parts/given-choice.tsx';
import { Page } from '../../parts/page.tsx';
import { Problem } from '../../parts/problem.tsx';
import type { Explicable } from '../../text/explain.ts';

/** Taking back a yes: at once, with no reason asked. */
export function TakeBack({
  encounter,
  pack,
  recipient,
  onBack,
  onTakenBack,
}: {
  readonly encounter: Encounter;
  readonly pack: Pack;
  readonly recipient: ContactId;
  readonly onBack: () => void;
  readonly onTakenBack: (recipient: ContactId, stopped: readonly ReferralId[]) => void;
}) {
  const { t } = useLingui();
  const [how, setHow] = useState<Given['how']>('spoken');
  const [error, setError] = useState<Explicable>();
  const name = pack.contacts.find(({ id }) => id === recipient)?.name ?? recipient;

  async function takeBack(): Promise<void> {
    const reply = await call(withdrawConsent, {
      encounterId: encounter.id,
      recipient,
      purpose: 'referral',
      language: encounter.draft.language,
      given: how === 'spoken' ? { how, witness: '' } : { how },
    });
    setError(reply.ok ? undefined : reply.error);
    if (reply.ok) onTakenBack(recipient, reply.value.stopped);
  }

  return (
    <Page
      heading={t`Take back the yes for ${name}?`}
      actions={
        <BackAndGo onBack={onBack} onGo={() => void takeBack()}>
          <Trans>Take it back now</Trans>
        </BackAndGo>
      }
    >
      <Problem error={error} />
      <p>
        <Trans>
          It counts at once. Nothing more is passed on, and what is under way with {name} stops. No
          reason is needed.
        </Trans>
      </p>
      <GivenChoice name="back-how" how={how} onChoose={setHow} />
    </Page>
  );
}
