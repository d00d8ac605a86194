import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from 'nhsuk-react-components';
import { useEffect, useState } from 'react';
import type { z } from 'zod';
import type { CaseId, EncounterId } from '#core/domain/encounter.ts';
import type { GroundFacts, GroundId } from '#core/domain/ground.ts';
import { countersign, listGrounds, readGround } from '#core/ipc/ground-channels.ts';
import type { Pack } from '#core/pack/pack.ts';
import { call } from '../client.ts';
import { usePack } from '../hooks/use-pack.ts';
import { BackAndGo } from '../parts/back-and-go.tsx';
import { GroundNote } from '../parts/ground-note.tsx';
import { Moment } from '../parts/moment.tsx';
import { Page } from '../parts/page.tsx';
import { Problem } from '../parts/problem.tsx';
import type { Explicable } from '../text/explain.ts';
import { LookingAgain } from './visit/looking-again.tsx';
import { UnderWay } from './visit/under-way.tsx';
import { groundName, standingName } from '../text/ground.ts';

type Listed = z.infer<typeof listGrounds.value>['grounds'][number];
type Open = { readonly listing: Listed; readonly facts: GroundFacts };

/** What is waiting for somebody: notes to sign, and what is under way with helpers. Nothing about a person until somebody says that nobody else can see. */
export function DueScreen({
  onReferral,
  onCase,
  onDone,
}: {
  readonly onReferral: (visit: EncounterId) => void;
  readonly onCase: (caseId: CaseId) => void;
  readonly onDone: () => void;
}) {
  const { t } = useLingui();
  const pack = usePack();
  const [grounds, setGrounds] = useState<readonly Listed[]>();
  const [open, setOpen] = useState<Open>();
  const [asked, setAsked] = useState<GroundId>();
  const [error, setError] = useState<Explicable>();

  useEffect(() => {
    void call(listGrounds, null).then((reply) => {
      if (reply.ok) setGrounds(reply.value.grounds);
      else setError(reply.error);
    });
  }, []);

  async function read(id: GroundId): Promise<void> {
    const reply = await call(readGround, { id, isAlone: true });
    setError(reply.ok ? undefined : reply.error);
    if (reply.ok) setOpen(reply.value);
    setAsked(undefined);
  }

  async function sign(id: GroundId): Promise<void> {
    const reply = await call(countersign, { id });
    setError(reply.ok ? undefined : reply.error);
    if (!reply.ok) return;
    setOpen(undefined);
    const now = await call(listGrounds, null);
    if (now.ok) setGrounds(now.value.grounds);
  }

  if (pack === undefined || grounds === undefined) return null;
  if (open !== undefined) {
    return (
      <OpenNote
        {...{ open, pack, error }}
        onBack={() => setOpen(undefined)}
        onSign={(id) => void sign(id)}
      />
    );
  }
  if (asked !== undefined) {
    return (
      <Page
        heading={t`Can anybody else see the screen?`}
        actions={
          <BackAndGo
            onBack={() => setAsked(undefined)}
            back={<Trans>Not now</Trans>}
            onGo={() => void read(asked)}
          >
            <Trans>Nobody else, show it</Trans>
          </BackAndGo>
        }
      >
        <p>
          <Trans>The next page says what happened. Only staff should read it.</Trans>
        </p>
      </Page>
    );
  }
  return (
    <Page
      heading={t`What is waiting`}
      actions={
        <Button secondary type="button" onClick={onDone}>
          <Trans>Back</Trans>
        </Button>
      }
    >
      <Problem error={error} />
      <UnderWay onChoose={onReferral} />
      <LookingAgain onCase={onCase} />
      <h2 className="nhsuk-heading-m">
        <Trans>Passed on without a yes</Trans>
      </h2>
      {grounds.length === 0 && (
        <p>
          <Trans>Nothing here.</Trans>
        </p>
      )}
      <ul className="visits">
        {grounds.map(({ id, kind, standing, madeAt, madeByName, isMine, signedByName }) => (
          <li key={id}>
            <span>
              {groundName(kind)} · <Moment instant={madeAt} /> · {madeByName} ·{' '}
              <span className={standing === 'signed' ? undefined : 'tag'}>
                {standingName(standing)}
              </span>
              {signedByName !== null && ` (${signedByName})`}
            </span>
            <Button secondary small type="button" onClick={() => setAsked(id)}>
              {isMine || standing === 'signed' ? <Trans>Read</Trans> : <Trans>Read and sign</Trans>}
            </Button>
          </li>
        ))}
      </ul>
    </Page>
  );
}

function OpenNote({
  open: { listing, facts },
  pack,
  error,
  onBack,
  onSign,
}: {
  readonly open: Open;
  readonly pack: Pack;
  readonly error: Explicable | undefined;
  readonly onBack: () => void;
  readonly onSign: (id: GroundId) => void;
}) {
  const { t } = useLingui();
  const maySign = !listing.isMine && listing.standing !== 'signed';
  return (
    <Page
      heading={
        listing.standing === 'waits-for-second'
          ? t`${groundName(listing.kind)}: what is to be done and why`
          : t`${groundName(listing.kind)}: what was done and why`
      }
      actions={
        <>
          <Button secondary type="button" onClick={onBack}>
            <Trans>Back</Trans>
          </Button>
          {maySign && (
            <Button type="button" className="page__actions-end" onClick={() => onSign(listing.id)}>
              <Trans>I have read it and sign</Trans>
            </Button>
          )}
        </>
      }
    >
      <Problem error={error} />
      <p>
        {listing.madeByName} · <Moment instant={listing.madeAt} />
      </p>
      <GroundNote facts={facts} pack={pack} />
      {maySign && (
        <p className="note">
          <Trans>
            Signing says that you have read this and stand by it. If you do not, speak with{' '}
            {listing.madeByName} and the safeguarding lead first.
          </Trans>
        </p>
      )}
    </Page>
  );
}
