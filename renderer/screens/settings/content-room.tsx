import { Trans, useLingui } from '@lingui/react/macro';
import { Button, TextInput } from 'nhsuk-react-components';
import { useState } from 'react';
import {
  distrustKey,
  findUpdates,
  goBack,
  readShelf,
  type Shelf,
} from '#core/ipc/update-channels.ts';
import { call } from '../../client.ts';
import { useAnswer } from '../../hooks/use-answer.ts';
import { Page } from '../../parts/page.tsx';
import { Problem } from '../../parts/problem.tsx';
import type { Explicable } from '../../text/explain.ts';
import { AddedSigns } from './added-signs.tsx';
import { ContentUpdate } from './content-update.tsx';
import { OwnWords } from './own-words.tsx';
import type { RoomProps } from './rooms.ts';

/** The content of this place: what is in force, updates from a stick, trusted keys, own words. */
export function ContentRoom({ onDone }: RoomProps) {
  const { t } = useLingui();
  const { value: shelf, again } = useAnswer(readShelf);
  const { value: found = [] } = useAnswer(findUpdates);
  const [path, setPath] = useState('');
  const [looking, setLooking] = useState<string>();
  const [error, setError] = useState<Explicable>();
  const [done, setDone] = useState('');
  if (shelf === undefined) return null;

  if (looking !== undefined) {
    return (
      <ContentUpdate
        path={looking}
        onDone={(said) => {
          setLooking(undefined);
          setError(undefined);
          setDone(said);
          void again();
        }}
      />
    );
  }

  async function back(): Promise<void> {
    const reply = await call(goBack, null);
    setError(reply.ok ? undefined : reply.error);
    if (reply.ok) setDone(t`Version ${reply.value.version} is in force again.`);
    await again();
  }

  async function distrust(publicKey: string): Promise<void> {
    const reply = await call(distrustKey, { publicKey });
    setError(reply.ok ? undefined : reply.error);
    await again();
  }

  return (
    <Page
      heading={t`Content and updates`}
      actions={
        <Button secondary type="button" onClick={onDone}>
          <Trans>Back</Trans>
        </Button>
      }
    >
      <Problem error={error} />
      <output>{done}</output>
      <section aria-label={t`In force`}>
        <h2 className="nhsuk-heading-s">
          <Trans>In force</Trans>
        </h2>
        <p>
          <VersionWords version={shelf.inForce} />
        </p>
        {shelf.before !== null && (
          <Button secondary small type="button" onClick={() => void back()}>
            {t`Go back to version ${shelf.before.version}`}
          </Button>
        )}
      </section>
      <section aria-label={t`An update`}>
        <h2 className="nhsuk-heading-s">
          <Trans>An update</Trans>
        </h2>
        {found.map((file) => (
          <p key={file.path}>
            <Button small type="button" onClick={() => setLooking(file.path)}>
              {t`Look at ${file.name}`}
            </Button>
          </p>
        ))}
        <TextInput
          label={t`File of the update`}
          hint={t`The full path. You see what it changes before anything is taken.`}
          id="update-path"
          autoComplete="off"
          value={path}
          onChange={(event) => setPath(event.currentTarget.value)}
        />
        <Button
          small
          type="button"
          disabled={path.trim() === ''}
          onClick={() => setLooking(path.trim())}
        >
          <Trans>Look at this file</Trans>
        </Button>
      </section>
      <section aria-label={t`Trusted keys`}>
        <h2 className="nhsuk-heading-s">
          <Trans>Trusted keys</Trans>
        </h2>
        {shelf.keys.length === 0 && (
          <p>
            <Trans>None yet. You can trust a key when you look at a file that it signed.</Trans>
          </p>
        )}
        <ul className="plain-list">
          {shelf.keys.map(({ publicKey, holder, fingerprint, trustedOn }) => (
            <li key={publicKey}>
              <p>
                {holder}, {trustedOn}
                <br />
                <code className="fingerprint">{fingerprint}</code>
              </p>
              <Button secondary small type="button" onClick={() => void distrust(publicKey)}>
                {t`Trust the key of ${holder} no longer`}
              </Button>
            </li>
          ))}
        </ul>
      </section>
      <OwnWords corrections={shelf.corrections} onChanged={again} />
      <AddedSigns />
    </Page>
  );
}

function VersionWords({
  version: { version, date, origin },
}: {
  readonly version: Shelf['inForce'];
}) {
  return origin.kind === 'built-in' ? (
    <Trans>
      Version {version} of {date}, as it came with the program.
    </Trans>
  ) : (
    <Trans>
      Version {version} of {date}, an update taken on {origin.takenOn}. Signed with the key{' '}
      <code className="fingerprint">{origin.fingerprint}</code>.
    </Trans>
  );
}
