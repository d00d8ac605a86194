import { Trans, useLingui } from '@lingui/react/macro';
import { Button, TextInput } from 'nhsuk-react-components';
import { type ReactNode, useState } from 'react';
import type { Facility, SavingRule } from '#core/domain/facility.ts';
import { changeFacility } from '#core/ipc/facility-channels.ts';
import { call } from '../../client.ts';
import { Choice } from '../../parts/choice.tsx';
import { Page } from '../../parts/page.tsx';
import { Problem } from '../../parts/problem.tsx';
import type { Explicable } from '../../text/explain.ts';

export function SavingRuleForm({
  facility,
  rooms,
  onDone,
}: {
  readonly facility: Facility;
  readonly rooms: ReactNode;
  readonly onDone: () => void;
}) {
  const { t } = useLingui();
  const [kind, setKind] = useState<SavingRule['kind']>(facility.saving.kind);
  const [folder, setFolder] = useState(
    facility.saving.kind === 'folder' ? facility.saving.folder : '',
  );
  const [error, setError] = useState<Explicable>();

  async function save(): Promise<void> {
    const saving: SavingRule = kind === 'never' ? { kind } : { kind, folder };
    const reply = await call(changeFacility, { ...facility, saving });
    if (reply.ok) onDone();
    else
      setError(reply.error.kind === 'Refused' ? { kind: 'FolderUnusable', folder } : reply.error);
  }

  return (
    <Page
      heading={t`May sheets be saved as files?`}
      actions={
        <>
          <Button secondary type="button" onClick={onDone}>
            <Trans>Back</Trans>
          </Button>
          <Button type="button" className="page__actions-end" onClick={() => void save()}>
            <Trans>Keep this rule</Trans>
          </Button>
        </>
      }
    >
      {rooms}
      <Problem error={error} />
      <p>
        <Trans>
          A saved file can be read by anyone who finds it. Printing leaves no file of ours behind.
        </Trans>
      </p>
      <Choice
        name="saving"
        legend={t`May sheets be saved as files?`}
        isHeading
        options={[
          { value: 'never', label: t`No, print only`, hint: t`Safest, and the usual choice` },
          { value: 'folder', label: t`Yes, into one folder` },
        ]}
        value={kind}
        onChoose={setKind}
      />
      {kind === 'folder' && (
        <TextInput
          label={t`Folder`}
          hint={t`The full path, for example of a stick that you take with you.`}
          id="folder"
          value={folder}
          onChange={(event) => setFolder(event.currentTarget.value)}
        />
      )}
    </Page>
  );
}
