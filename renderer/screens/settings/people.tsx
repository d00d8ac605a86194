import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from 'nhsuk-react-components';
import { useCallback, useEffect, useState } from 'react';
import { mayManage, type StaffListing } from '#core/domain/people.ts';
import type { StaffId } from '#core/domain/staff.ts';
import { listPeople } from '#core/ipc/staff-channels.ts';
import { call } from '../../client.ts';
import { Page } from '../../parts/page.tsx';
import { Problem } from '../../parts/problem.tsx';
import type { Explicable } from '../../text/explain.ts';
import { sayRole, sayState } from '../../text/role-words.ts';
import { AddMember } from './add-member.tsx';
import { MemberPage } from './member-page.tsx';
import type { RoomProps } from './rooms.ts';

/** Who works here: a list, and a page for each thing that can be done. */
export function PeopleRoom({ member, onDone }: RoomProps) {
  const { t } = useLingui();
  const [people, setPeople] = useState<readonly StaffListing[]>();
  const [error, setError] = useState<Explicable>();
  const [at, setAt] = useState<StaffId | 'list' | 'new'>('list');

  const read = useCallback(
    () =>
      void call(listPeople, null).then((reply) => {
        if (reply.ok) setPeople(reply.value);
        else setError(reply.error);
      }),
    [],
  );
  useEffect(read, [read]);

  const back = () => {
    setAt('list');
    read();
  };
  if (at === 'new') return <AddMember by={member.role} onDone={back} />;
  const chosen = people?.find(({ id }) => id === at);
  if (chosen !== undefined) return <MemberPage by={member.role} about={chosen} onDone={back} />;

  return (
    <Page
      heading={t`People`}
      actions={
        <>
          <Button secondary type="button" onClick={onDone}>
            <Trans>Back</Trans>
          </Button>
          <Button type="button" className="page__actions-end" onClick={() => setAt('new')}>
            <Trans>Add somebody</Trans>
          </Button>
        </>
      }
    >
      <Problem error={error} />
      <ul className="people">
        {people?.map((one) => (
          <li key={one.id}>
            <span className="people__who">
              <bdi className="people__name">{one.displayName}</bdi>
              <span>
                {sayRole(one.role)}
                {one.id === member.id && <> · {t`you`}</>}
                {one.state !== 'active' && <> · {sayState(one.state)}</>}
              </span>
            </span>
            {one.id !== member.id &&
              one.state !== 'removed' &&
              mayManage(member.role, one.role) && (
                <Button
                  secondary
                  small
                  type="button"
                  aria-label={t`Change ${one.displayName}`}
                  onClick={() => setAt(one.id)}
                >
                  <Trans>Change</Trans>
                </Button>
              )}
          </li>
        ))}
      </ul>
    </Page>
  );
}
