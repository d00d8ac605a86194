import { Trans, useLingui } from '@lingui/react/macro';
import { TextInput } from 'nhsuk-react-components';
import { useState } from 'react';
import type { Facility, SavingRule } from '#core/domain/facility.ts';
import { changeFacility } from '#core/ipc/facility-channels.ts';
import { call } from '../../client.ts';
import { useFacility } from '../../hooks/use-facility.ts';
import { Choice } from '../../parts/choice.tsx';
import { KeepPage } from '../../parts/keep-page.tsx';
import type { Explicable } from '../../text/explain.ts';
import type { RoomProps } from './rooms.ts';

export function SavingRuleForm({ onDone }: RoomProps) {
  const facility = useFacility();
  return facility === undefined ? null : <Form facility={facility} onDone={onDone} />;
}

function Form({ facility, onDone }: { readonly facility: Facility; readonly onDone: () => void }) {
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
    <KeepPage
      heading={t`May sheets be saved as files?`}
      keep={t`Keep this rule`}
      error={error}
      onBack={onDone}
      onKeep={() => void save()}
    >
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
    </KeepPage>
  );
}
