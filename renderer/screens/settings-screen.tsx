import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from 'nhsuk-react-components';
import { useState } from 'react';
import type { StaffMember } from '#core/domain/staff.ts';
import { Page } from '../parts/page.tsx';
import { settingsRooms } from './settings/rooms.ts';

/** Everything about the place rather than a person: a list of rooms, and the one that is open. */
export function SettingsScreen({
  member,
  onSheets,
  onDone,
}: {
  readonly member: StaffMember;
  /** To new recovery sheets, which are made on a screen of their own. */
  readonly onSheets: () => void;
  readonly onDone: () => void;
}) {
  const { t } = useLingui();
  const [open, setOpen] = useState<string>();
  const mine = settingsRooms.filter(({ roles }) => roles.includes(member.role));
  const room = mine.find(({ name }) => name === open);
  if (room !== undefined) {
    const { Room } = room;
    return <Room member={member} onSheets={onSheets} onDone={() => setOpen(undefined)} />;
  }
  return (
    <Page
      heading={t`This place`}
      actions={
        <Button secondary type="button" onClick={onDone}>
          <Trans>Back</Trans>
        </Button>
      }
    >
      <ul className="rooms-list">
        {mine.map(({ name, title, hint }) => (
          <li key={name}>
            <button type="button" className="rooms-list__room" onClick={() => setOpen(name)}>
              {title()}
            </button>
            <span>{hint()}</span>
          </li>
        ))}
      </ul>
    </Page>
  );
}
