import { useLingui } from '@lingui/react/macro';
import { Button } from 'nhsuk-react-components';
import { useState } from 'react';
import type { Role } from '#core/domain/staff.ts';
import { useFacility } from '../hooks/use-facility.ts';
import { SavingRuleForm } from './settings/saving-rule.tsx';
import { WatchRulesForm } from './settings/watch-rules.tsx';

/** The rules of the place: the lead sets all, an administrator only when the screen closes. */
export function SettingsScreen({
  role,
  onDone,
}: {
  readonly role: Role;
  readonly onDone: () => void;
}) {
  const { t } = useLingui();
  const facility = useFacility();
  const maySetAll = role === 'safeguarding-lead';
  const [room, setRoom] = useState<'saving' | 'watch'>(maySetAll ? 'saving' : 'watch');
  if (facility === undefined) return null;

  const names = { saving: t`Saved sheets`, watch: t`Closing` };
  const rooms = maySetAll ? (
    <nav className="rooms" aria-label={t`Rules of this place`}>
      {(['saving', 'watch'] as const).map((name) => (
        <Button
          key={name}
          type="button"
          small
          secondary={name !== room}
          aria-pressed={name === room}
          onClick={() => setRoom(name)}
        >
          {names[name]}
        </Button>
      ))}
    </nav>
  ) : null;
  const Form = room === 'saving' ? SavingRuleForm : WatchRulesForm;
  return <Form {...{ facility, rooms, onDone }} />;
}
