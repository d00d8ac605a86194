import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from 'nhsuk-react-components';
import { type ReactNode, useState } from 'react';
import type { ContactId } from '#core/domain/contact.ts';
import type { Encounter } from '#core/domain/encounter.ts';
import { isOpen, type ReferralId, stateOf } from '#core/domain/referral.ts';
import type { Typed, TypedReferralMove } from '#core/domain/typed.ts';
import { prepareReferral } from '#core/ipc/referral-channels.ts';
import { dialled } from '#core/pack/contact-seed.ts';
import type { Pack } from '#core/pack/pack.ts';
import { call } from '../../client.ts';
import { useReferrals } from '../../hooks/use-referrals.ts';
import { useTyped } from '../../hooks/use-typed.ts';
import { Page } from '../../parts/page.tsx';
import { Problem } from '../../parts/problem.tsx';
import { ReferralStory } from '../../steps/referral-story.tsx';
import type { Explicable } from '../../text/explain.ts';
import { ReferralWork } from './referral-work.tsx';
import { TakeBack } from './take-back.tsx';

/** Everything under way for one person: the first call, the way there, and what comes after. */
export function ReferralDesk({
  encounter,
  pack,
  recipient,
  actions,
  onTakenBack,
}: {
  readonly encounter: Encounter;
  readonly pack: Pack;
  /** Whom the person has just agreed to be put in touch with, if a visit is being held. */
  readonly recipient: ContactId | null;
  readonly actions: ReactNode;
  readonly onTakenBack: (recipient: ContactId, stopped: readonly ReferralId[]) => void;
}) {
  const { t } = useLingui();
  const { referrals, error, readAgain, nameOf } = useReferrals(encounter.id);
  const typing = useTyped(encounter.id);
  const [beginning, setBeginning] = useState<Explicable>();
  /** What was typed since this page opened; null once it is written down. */
  const [typedHere, setTypedHere] = useState<ReadonlyMap<ReferralId, TypedReferralMove | null>>(
    new Map(),
  );
  const [takingBack, setTakingBack] = useState<ContactId>();
  if (takingBack !== undefined) {
    return (
      <TakeBack
        {...{ encounter, pack, onTakenBack }}
        recipient={takingBack}
        onBack={() => setTakingBack(undefined)}
      />
    );
  }
  const contactOf = (id: ContactId | null) => pack.contacts.find((each) => each.id === id);
  const open = referrals?.filter((each) => isOpen(stateOf(each))) ?? [];
  const ended = referrals?.filter((each) => !isOpen(stateOf(each))) ?? [];
  const isBegun = open.some((each) => each.recipient === recipient);
  const helper = contactOf(recipient);
  const name = (id: string) => nameOf(id) ?? t`you`;

  const typedFor = (id: ReferralId) =>
    (typedHere.has(id) ? typedHere.get(id) : typedMove(typing.found, id)) ?? undefined;
  /** The page of a move goes when a yes is about to be taken back, and comes again with what was typed. */
  function type(id: ReferralId, typed: TypedReferralMove | null): void {
    setTypedHere((before) => new Map([...before, [id, typed]]));
    if (typed !== null) typing.keep(typed);
  }

  async function begin(to: ContactId): Promise<void> {
    const reply = await call(prepareReferral, { encounterId: encounter.id, recipient: to });
    setBeginning(reply.ok ? undefined : reply.error);
    if (reply.ok) await readAgain();
  }

  return (
    <Page heading={recipient === null ? t`Put in touch` : t`The first call`} actions={actions}>
      <Problem error={beginning ?? error ?? typing.error} />
      {referrals !== undefined && helper !== undefined && !isBegun && (
        <>
          <p>
            <Trans>
              First, call {helper.name} without saying who it is about. “Begin” passes nothing on.
            </Trans>
          </p>
          <Button type="button" onClick={() => void begin(helper.id)}>
            <Trans>Begin</Trans>
          </Button>
        </>
      )}
      {typing.found !== undefined &&
        open.map((referral) => (
          <section key={referral.id} aria-label={contactOf(referral.recipient)?.name}>
            <h2 className="nhsuk-heading-m">
              {contactOf(referral.recipient)?.name}{' '}
              <bdi dir="ltr" className="number">
                {dialledBy(contactOf(referral.recipient))}
              </bdi>
            </h2>
            <ReferralStory referral={referral} nameOf={name} />
            <ReferralWork
              {...{ encounter, pack, referral }}
              typed={typedFor(referral.id)}
              onType={(typed) => type(referral.id, typed)}
              nameOf={name}
              onMoved={readAgain}
              onTakeBack={() => setTakingBack(referral.recipient)}
            />
          </section>
        ))}
      {ended.length > 0 && (
        <h2 className="nhsuk-heading-m">
          <Trans>Ended</Trans>
        </h2>
      )}
      {ended.map((referral) => (
        <section key={referral.id} aria-label={contactOf(referral.recipient)?.name}>
          <h3 className="nhsuk-heading-s">{contactOf(referral.recipient)?.name}</h3>
          <ReferralStory referral={referral} nameOf={name} />
        </section>
      ))}
      {referrals?.length === 0 && recipient === null && (
        <p>
          <Trans>Nothing is under way.</Trans>
        </p>
      )}
    </Page>
  );
}

function typedMove(found: readonly Typed[] | undefined, id: ReferralId) {
  return found
    ?.filter((each) => each.kind === 'referral-move')
    .find(({ referralId }) => referralId === id);
}

function dialledBy(contact: Parameters<typeof dialled>[0] | undefined): string {
  return contact === undefined ? '' : (dialled(contact) ?? '');
}
