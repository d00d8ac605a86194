import { Trans, useLingui } from '@lingui/react/macro';
import { Button, TextInput } from 'nhsuk-react-components';
import { useEffect, useState } from 'react';
import type { z } from 'zod';
import { inspectUpdate, takeUpdate, trustKey } from '#core/ipc/update-channels.ts';
import { call } from '../../client.ts';
import { Page } from '../../parts/page.tsx';
import { Problem } from '../../parts/problem.tsx';
import type { Explicable } from '../../text/explain.ts';
import { PackChangesView } from './pack-changes-view.tsx';

type Looked = z.output<typeof inspectUpdate.value>;

/** One file: what it would change, and whether to take it. */
export function ContentUpdate({
  path,
  onDone,
}: {
  readonly path: string;
  readonly onDone: (said: string) => void;
}) {
  const { t } = useLingui();
  const [looked, setLooked] = useState<Looked>();
  const [error, setError] = useState<Explicable>();

  useEffect(() => {
    let isCurrent = true;
    void call(inspectUpdate, { path }).then((reply) => {
      if (!isCurrent) return;
      setLooked(reply.ok ? reply.value : undefined);
      setError(reply.ok ? undefined : reply.error);
    });
    return () => {
      isCurrent = false;
    };
  }, [path]);

  async function lookAgain(): Promise<void> {
    setError(undefined);
    const reply = await call(inspectUpdate, { path });
    if (reply.ok) setLooked(reply.value);
    else setError(reply.error);
  }

  async function take({ digest, version }: Looked): Promise<void> {
    const reply = await call(takeUpdate, { path, digest });
    if (reply.ok) onDone(t`Version ${version} is in force.`);
    else setError(reply.error);
  }

  const isStranger = error?.kind === 'StrangerSigned' || error?.kind === 'FingerprintDiffers';
  return (
    <Page
      heading={looked === undefined ? t`Looking at the update` : t`What this update changes`}
      actions={
        <>
          <Button secondary type="button" onClick={() => onDone('')}>
            <Trans>Back</Trans>
          </Button>
          {looked && (
            <Button type="button" className="page__actions-end" onClick={() => void take(looked)}>
              <Trans>Take this update</Trans>
            </Button>
          )}
        </>
      }
    >
      <Problem error={error} />
      {looked === undefined && error === undefined && (
        <p>
          <Trans>Reading and checking all of it. This takes a few seconds.</Trans>
        </p>
      )}
      {isStranger && (
        <TrustKey path={path} onTrusted={() => void lookAgain()} onProblem={setError} />
      )}
      {looked && (
        <>
          <p>
            <Trans>
              Version {looked.version} of {looked.date}. Nothing has been changed yet.
            </Trans>
          </p>
          <PackChangesView changes={looked.changes} />
        </>
      )}
    </Page>
  );
}

/** The fingerprint is typed, not clicked: whoever only clicks has compared nothing. */
function TrustKey({
  path,
  onTrusted,
  onProblem,
}: {
  readonly path: string;
  readonly onTrusted: () => void;
  readonly onProblem: (error: Explicable) => void;
}) {
  const { t } = useLingui();
  const [fingerprint, setFingerprint] = useState('');
  const [holder, setHolder] = useState('');

  async function trust(): Promise<void> {
    const reply = await call(trustKey, { path, fingerprint, holder });
    if (reply.ok) onTrusted();
    else onProblem(reply.error);
  }

  return (
    <section aria-label={t`Trust this key`}>
      <TextInput
        label={t`Fingerprint you were given by another way`}
        hint={t`Eight groups of four, from a letter or a call, not from the stick.`}
        id="fingerprint"
        autoComplete="off"
        value={fingerprint}
        onChange={(event) => setFingerprint(event.currentTarget.value)}
      />
      <TextInput
        label={t`Whose key is it?`}
        id="holder"
        autoComplete="off"
        value={holder}
        onChange={(event) => setHolder(event.currentTarget.value)}
      />
      <Button
        small
        type="button"
        disabled={fingerprint.trim() === '' || holder.trim() === ''}
        onClick={() => void trust()}
      >
        <Trans>Trust this key</Trans>
      </Button>
    </section>
  );
}
