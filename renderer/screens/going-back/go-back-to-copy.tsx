import { useEffect, useState } from 'react';
import { assertNever } from '#core/base/assert.ts';
import type { BackupCopy, Loss } from '#core/domain/backup.ts';
import { listCopiesIn } from '#core/ipc/backup-channels.ts';
import { call } from '../../client.ts';
import { AskCopy, AskFolder } from './ask-copy.tsx';
import { AskPassword, ConfirmLoss } from './confirm-loss.tsx';
import type { Explicable } from '../../text/explain.ts';

/** What is known so far on the way back to a copy. */
type Way =
  | { readonly at: 'folder' }
  | { readonly at: 'copies'; readonly folder: string; readonly copies: readonly BackupCopy[] }
  | {
      readonly at: 'password';
      readonly folder: string;
      readonly copies: readonly BackupCopy[];
      readonly chosen: BackupCopy;
    }
  | { readonly at: 'loss'; readonly takenAt: string; readonly loss: Loss };

/**
 * The way back to a copy: where it is, which one, the password that opens it, and what going
 * back to it takes away, in numbers, before anything happens.
 */
export function GoBackToCopy({
  folder: first,
  onCancel,
}: {
  /** The folder of the copies, where it is known. */
  readonly folder: string;
  readonly onCancel: () => void;
}) {
  const [way, setWay] = useState<Way>({ at: 'folder' });
  const [error, setError] = useState<Explicable>();

  async function list(folder: string): Promise<void> {
    const reply = await call(listCopiesIn, { folder });
    setError(
      reply.ok
        ? undefined
        : reply.error.kind === 'Refused'
          ? { kind: 'NoCopies', folder }
          : reply.error,
    );
    if (reply.ok) setWay({ at: 'copies', folder, copies: reply.value });
  }
  // Where the folder is known nobody is asked for it.
  useEffect(() => {
    if (first === '') return;
    void call(listCopiesIn, { folder: first }).then((reply) => {
      if (reply.ok) setWay({ at: 'copies', folder: first, copies: reply.value });
    });
  }, [first]);

  switch (way.at) {
    case 'folder':
      return (
        <AskFolder
          first={first}
          error={error}
          onFolder={(folder) => void list(folder)}
          onCancel={onCancel}
        />
      );
    case 'copies':
      return (
        <AskCopy
          copies={way.copies}
          onCopy={(chosen) => setWay({ ...way, at: 'password', chosen })}
          onCancel={onCancel}
        />
      );
    case 'password':
      return (
        <AskPassword
          folder={way.folder}
          chosen={way.chosen}
          onBack={() => setWay({ at: 'copies', folder: way.folder, copies: way.copies })}
          onInspected={({ takenAt, loss }) => setWay({ at: 'loss', takenAt, loss })}
        />
      );
    case 'loss':
      return <ConfirmLoss takenAt={way.takenAt} loss={way.loss} onCancel={onCancel} />;
    default:
      return assertNever(way);
  }
}
