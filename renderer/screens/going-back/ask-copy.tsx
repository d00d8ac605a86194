import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from 'nhsuk-react-components';
import { useId, useState } from 'react';
import type { BackupCopy } from '#core/domain/backup.ts';
import { Choice } from '../../parts/choice.tsx';
import { Page } from '../../parts/page.tsx';
import { Problem } from '../../parts/problem.tsx';
import type { Explicable } from '../../text/explain.ts';
import { sayMoment } from '../../text/moment-words.ts';
import { FolderField } from '../../hooks/folder-field.tsx';

/** Where the copies are. */
export function AskFolder({
  first,
  error,
  onFolder,
  onCancel,
}: {
  readonly first: string;
  readonly error: Explicable | undefined;
  readonly onFolder: (folder: string) => void;
  readonly onCancel: () => void;
}) {
  const { t } = useLingui();
  const form = useId();
  const [folder, setFolder] = useState(first);
  return (
    <Page
      heading={t`Where are the copies?`}
      actions={
        <>
          <Button secondary type="button" onClick={onCancel}>
            <Trans>Back</Trans>
          </Button>
          <Button type="submit" form={form} className="page__actions-end" disabled={folder === ''}>
            <Trans>Look for copies</Trans>
          </Button>
        </>
      }
    >
      <Problem error={error} />
      <p>
        <Trans>Plug in the stick with the copies. Nothing changes by looking.</Trans>
      </p>
      <form
        id={form}
        onSubmit={(event) => {
          event.preventDefault();
          onFolder(folder);
        }}
      >
        <FolderField
          label={t`Folder`}
          hint={t`The whole path of the folder in which the copies are.`}
          value={folder}
          onChange={setFolder}
        />
      </form>
    </Page>
  );
}

/** Which copy; the newest is first, and chosen. */
export function AskCopy({
  copies,
  onCopy,
  onCancel,
}: {
  readonly copies: readonly BackupCopy[];
  readonly onCopy: (copy: BackupCopy) => void;
  readonly onCancel: () => void;
}) {
  const { t } = useLingui();
  const [name, setName] = useState<string | undefined>(copies[0]?.name);
  const chosen = copies.find((copy) => copy.name === name);
  return (
    <Page
      heading={t`Which copy?`}
      actions={
        <>
          <Button secondary type="button" onClick={onCancel}>
            <Trans>Back</Trans>
          </Button>
          <Button
            type="button"
            className="page__actions-end"
            disabled={chosen === undefined}
            onClick={() => chosen && onCopy(chosen)}
          >
            <Trans>Continue</Trans>
          </Button>
        </>
      }
    >
      <Choice
        name="copy"
        legend={t`Which copy?`}
        isHeading
        options={copies.map((copy, at) => ({
          value: copy.name,
          label: sayMoment(copy.takenAt),
          ...(at === 0 ? { hint: t`The newest` } : {}),
        }))}
        value={chosen?.name}
        onChoose={setName}
      />
    </Page>
  );
}
