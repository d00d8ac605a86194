import { Trans, useLingui } from '@lingui/react/macro';
import { Button, TextInput } from 'nhsuk-react-components';
import { useState } from 'react';
import type { z } from 'zod';
import { lookIntoFolder } from '#core/ipc/backup-channels.ts';
import { call } from '../client.ts';
import { Problem } from '../parts/problem.tsx';
import type { Explicable } from '../text/explain.ts';

type Listing = z.output<typeof lookIntoFolder.value>;

/**
 * A folder that somebody types, or finds from the sticks on. It is looked for in the page itself:
 * a box of the system would stay on top of the cover.
 */
export function FolderField({
  label,
  hint,
  value,
  onChange,
}: {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly onChange: (folder: string) => void;
}) {
  const { t } = useLingui();
  const [listing, setListing] = useState<Listing>();
  const [error, setError] = useState<Explicable>();

  async function look(folder: string | null): Promise<void> {
    const reply = await call(lookIntoFolder, { folder });
    if (reply.ok) setListing(reply.value);
    setError(reply.ok ? undefined : reply.error);
  }

  return (
    <>
      <TextInput
        label={label}
        hint={hint}
        id="copies-folder"
        autoComplete="off"
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      {listing === undefined ? (
        <Button type="button" small secondary onClick={() => void look(null)}>
          <Trans>Look for the folder</Trans>
        </Button>
      ) : (
        <section className="inset" aria-label={t`Folders`}>
          <Problem error={error} />
          <p>
            {listing.folder === null ? (
              <Trans>Sticks, and your own folder</Trans>
            ) : (
              <bdi>{listing.folder}</bdi>
            )}
          </p>
          <ul className="rooms-list">
            {listing.folders.map(({ path, name }) => (
              <li key={path}>
                <button
                  type="button"
                  className="rooms-list__room"
                  title={path}
                  onClick={() => void look(path)}
                >
                  <bdi>{name}</bdi>
                </button>
              </li>
            ))}
          </ul>
          {listing.folders.length === 0 && (
            <p>
              <Trans>No folder is in it.</Trans>
            </p>
          )}
          <div className="sheet-actions">
            <Button type="button" small secondary onClick={() => setListing(undefined)}>
              <Trans>Close the list</Trans>
            </Button>
            {listing.folder !== null && (
              <>
                <Button type="button" small secondary onClick={() => void look(listing.above)}>
                  <Trans>Up</Trans>
                </Button>
                <Button
                  type="button"
                  small
                  onClick={() => {
                    onChange(listing.folder ?? '');
                    setListing(undefined);
                  }}
                >
                  <Trans>Choose this folder</Trans>
                </Button>
              </>
            )}
          </div>
        </section>
      )}
    </>
  );
}
