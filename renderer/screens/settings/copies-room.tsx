import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from 'nhsuk-react-components';
import { useEffect, useState } from 'react';
import { backupsKept } from '#core/domain/backup.ts';
import {
  type BackupState,
  chooseBackupTarget,
  makeBackup,
  readBackupState,
} from '#core/ipc/backup-channels.ts';
import { call } from '../../client.ts';
import { useAnswer } from '../../hooks/use-answer.ts';
import { Moment } from '../../parts/moment.tsx';
import { Page } from '../../parts/page.tsx';
import { Problem } from '../../parts/problem.tsx';
import { FolderField } from '../../hooks/folder-field.tsx';
import { GoBackToCopy } from '../going-back/go-back-to-copy.tsx';
import { sayProgress } from '../../text/copy-words.ts';
import type { Explicable } from '../../text/explain.ts';
import type { RoomProps } from './rooms.ts';

/** How often the screen asks how far a copy is. */
const lookEveryMs = 250;

/** Copies of the records: where they go, which there are, and the way back to one. */
export function CopiesRoom({ onDone }: RoomProps) {
  const { t } = useLingui();
  const { answer, refresh } = useAnswer(readBackupState);
  const [typed, setTyped] = useState<string>();
  const [isMaking, setIsMaking] = useState(false);
  const [isGoingBack, setIsGoingBack] = useState(false);
  const [done, setDone] = useState('');
  const [error, setError] = useState<Explicable>();

  const state = answer?.ok === true ? answer.value : undefined;
  const isBusy = isMaking || (state !== undefined && state.progress.kind !== 'idle');
  useEffect(() => {
    if (!isBusy) return undefined;
    const timer = setInterval(refresh, lookEveryMs);
    return () => clearInterval(timer);
  }, [isBusy, refresh]);

  async function choose(folder: string): Promise<void> {
    const reply = await call(chooseBackupTarget, { folder });
    setError(reply.ok ? undefined : folderProblem(reply.error, folder));
    if (reply.ok) setTyped(undefined);
    refresh();
  }

  async function make(): Promise<void> {
    setDone('');
    setIsMaking(true);
    const reply = await call(makeBackup, null);
    setIsMaking(false);
    setError(reply.ok ? undefined : reply.error);
    setDone(reply.ok ? t`The copy is made, and was read back to the last line.` : '');
    refresh();
  }

  const target = state?.target;
  const folder = target?.kind === 'folder' ? target.folder : '';
  if (isGoingBack) return <GoBackToCopy folder={folder} onCancel={() => setIsGoingBack(false)} />;
  const shown = typed ?? folder;
  const copies = target?.kind === 'folder' ? target.copies : [];
  return (
    <Page
      heading={t`Copies of the records`}
      actions={
        <>
          <Button secondary type="button" onClick={onDone}>
            <Trans>Back</Trans>
          </Button>
          <Button
            type="button"
            className="page__actions-end"
            disabled={isBusy || target?.kind !== 'folder'}
            onClick={() => void make()}
          >
            <Trans>Make a copy now</Trans>
          </Button>
        </>
      }
    >
      <Problem error={error ?? (answer?.ok === false ? answer.error : undefined)} />
      <p>
        <Trans>
          A copy is locked like the records themselves. One is made by itself once a day, while the
          folder is there and nobody is in a visit. It counts once it has been read back to the last
          line.
        </Trans>
      </p>
      <form
        className="sheet-actions"
        onSubmit={(event) => {
          event.preventDefault();
          void choose(shown);
        }}
      >
        <FolderField
          label={t`Folder, best on a stick`}
          hint={t`The whole path. Keep the stick away from this computer.`}
          value={shown}
          onChange={setTyped}
        />
        <Button type="submit" small secondary disabled={shown === '' || shown === folder}>
          <Trans>Use this folder</Trans>
        </Button>
      </form>
      {target?.kind === 'folder' && !target.isThere && (
        <p>
          <span className="tag">
            <Trans>The folder is not there. Plug in the stick.</Trans>
          </span>
        </p>
      )}
      <output className="note">
        {isBusy && state !== undefined && <CopyProgress state={state} />}
        {!isBusy && done}
      </output>
      {copies.length > 0 && (
        <>
          <h2 className="nhsuk-heading-m">
            <Trans>Copies that are there</Trans>
          </h2>
          <p>
            <Trans>
              The newest of the last {backupsKept.days} days and {backupsKept.weeks} weeks stay.
            </Trans>
          </p>
          <ul className="entries">
            {copies.map(({ name, takenAt }) => (
              <li key={name}>
                <Moment instant={takenAt} />
              </li>
            ))}
          </ul>
          <Button secondary small type="button" onClick={() => setIsGoingBack(true)}>
            <Trans>Go back to an older copy …</Trans>
          </Button>
        </>
      )}
    </Page>
  );
}

function CopyProgress({ state }: { readonly state: BackupState }) {
  const { t } = useLingui();
  const { progress } = state;
  const share = progress.kind === 'checking' ? progress.done / progress.of : undefined;
  return (
    <>
      {sayProgress(progress)}{' '}
      <progress
        {...(share === undefined ? {} : { value: share })}
        max={1}
        aria-label={t`How far the copy is`}
      />
    </>
  );
}

/** A path that is too long or empty is refused before anybody looks at it. */
function folderProblem(error: Explicable, folder: string): Explicable {
  return error.kind === 'Refused'
    ? { kind: 'TargetUnusable', folder, why: 'not-a-full-path' }
    : error;
}
