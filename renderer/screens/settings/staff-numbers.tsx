import { Trans, useLingui } from '@lingui/react/macro';
import { TextInput } from 'nhsuk-react-components';
import { useState } from 'react';
import type { Facility } from '#core/domain/facility.ts';
import type { StaffListing } from '#core/domain/people.ts';
import { changeFacility } from '#core/ipc/facility-channels.ts';
import { listPeople } from '#core/ipc/staff-channels.ts';
import { call } from '../../client.ts';
import { useAnswer } from '../../hooks/use-answer.ts';
import { useFacility } from '../../hooks/use-facility.ts';
import { KeepPage } from '../../parts/keep-page.tsx';
import type { Explicable } from '../../text/explain.ts';
import type { RoomProps } from './rooms.ts';

/** By what papers for agencies and courts name each member. */
export function StaffNumbers({ onDone }: RoomProps) {
  const facility = useFacility();
  const { answer } = useAnswer(listPeople);
  if (facility === undefined || answer?.ok !== true) return null;
  const people = answer.value.filter(({ state }) => state !== 'removed');
  return <Form {...{ facility, people, onDone }} />;
}

function Form({
  facility,
  people,
  onDone,
}: {
  readonly facility: Facility;
  readonly people: readonly StaffListing[];
  readonly onDone: () => void;
}) {
  const { t } = useLingui();
  const [numbers, setNumbers] = useState<Readonly<Record<string, string | undefined>>>(
    facility.staffNumbers,
  );
  const [error, setError] = useState<Explicable>();

  async function save(): Promise<void> {
    const given = Object.entries(numbers).filter(([, number]) => (number ?? '').trim() !== '');
    const staffNumbers = Object.fromEntries(given);
    const reply = await call(changeFacility, { ...facility, staffNumbers });
    if (reply.ok) onDone();
    else setError(reply.error);
  }

  return (
    <KeepPage
      heading={t`Who is named on papers, and how?`}
      keep={t`Keep this`}
      error={error}
      onBack={onDone}
      onKeep={() => void save()}
    >
      <p>
        <Trans>
          Papers for helpers name staff by first name. With a number of their profession, such as
          that of the register of doctors, only the number stands there.
        </Trans>
      </p>
      {people.map(({ id, displayName }) => (
        <TextInput
          key={id}
          label={displayName}
          id={`number-${id}`}
          width={20}
          autoComplete="off"
          maxLength={40}
          value={numbers[id] ?? ''}
          onChange={(event) => setNumbers({ ...numbers, [id]: event.currentTarget.value })}
        />
      ))}
    </KeepPage>
  );
}
