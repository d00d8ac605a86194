import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from 'nhsuk-react-components';
import { useCallback, useEffect, useState } from 'react';
import type { CaseId } from '#core/domain/encounter.ts';
import type { CaseReader } from '#core/domain/people.ts';
import type { StaffId, StaffMember } from '#core/domain/staff.ts';
import { handOverCase, readAccess, shareCase, withdrawCase } from '#core/ipc/access-channels.ts';
import { call } from '../../client.ts';
import { Choice } from '../../parts/choice.tsx';
import { Problem } from '../../parts/problem.tsx';
import type { Explicable } from '../../text/explain.ts';
import { sayRole, sayState } from '../../text/role-words.ts';

/** Who may read a case; and giving it to a colleague, beside oneself or instead. */
export function CaseReaders({
  caseId,
  named,
  onName,
  onGivenAway,
}: {
  readonly caseId: CaseId;
  /** The colleague the person comes to. */
  readonly named: StaffId | null;
  readonly onName: (member: StaffId | null) => void;
  /** The case is no longer this member's to read. */
  readonly onGivenAway: () => void;
}) {
  const { t } = useLingui();
  const [readers, setReaders] = useState<readonly CaseReader[]>([]);
  const [others, setOthers] = useState<readonly StaffMember[]>([]);
  const [chosen, setChosen] = useState<StaffId>();
  const [error, setError] = useState<Explicable>();

  const take = useCallback((reply: Awaited<ReturnType<typeof readersOf>>) => {
    if (reply.ok) {
      setReaders(reply.value.readers);
      setOthers(reply.value.others);
      setChosen(undefined);
    } else setError(reply.error);
  }, []);
  useEffect(() => void readersOf(caseId).then(take), [caseId, take]);

  async function share(): Promise<void> {
    if (chosen === undefined) return;
    await settle(await call(shareCase, { caseId, to: chosen }));
  }
  async function withdraw(from: StaffId): Promise<void> {
    await settle(await call(withdrawCase, { caseId, from }));
  }
  async function handOver(): Promise<void> {
    if (chosen === undefined) return;
    const reply = await call(handOverCase, { caseId, to: chosen });
    if (reply.ok) onGivenAway();
    else setError(reply.error);
  }
  async function settle(reply: { ok: true } | { ok: false; error: Explicable }): Promise<void> {
    setError(reply.ok ? undefined : reply.error);
    if (reply.ok) take(await readersOf(caseId));
  }

  return (
    <section aria-labelledby="readers">
      <h2 id="readers" className="nhsuk-heading-m">
        <Trans>Who may read this</Trans>
      </h2>
      <Problem error={error} />
      <ul className="people">
        {readers.map((one) => (
          <li key={one.id}>
            <span className="people__who">
              <bdi className="people__name">{one.displayName}</bdi>
              <span>
                {sayRole(one.role)}
                {one.hasOpened && <> · {t`began it`}</>}
                {one.state !== 'active' && <> · {sayState(one.state)}</>}
              </span>
            </span>
            {one.mayBeWithdrawn && (
              <Button
                secondary
                small
                type="button"
                aria-label={t`Take back from ${one.displayName}`}
                onClick={() => void withdraw(one.id)}
              >
                <Trans>Take back</Trans>
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Choice
        name="named"
        legend={t`Which colleague do they know and come to?`}
        options={[
          ...readers
            .filter(({ state }) => state === 'active')
            .map(({ id, displayName }) => ({ value: String(id), label: displayName })),
          { value: nobody, label: t`Nobody in particular` },
        ]}
        value={named ?? nobody}
        onChoose={(whom) => onName(readers.find(({ id }) => id === whom)?.id ?? null)}
      />
      {others.length === 0 ? (
        <p>
          <Trans>There is no other colleague to give it to.</Trans>
        </p>
      ) : (
        <>
          <Choice
            name="give-to"
            legend={t`Give it to a colleague`}
            options={others.map(({ id, displayName, role }) => ({
              value: id,
              label: displayName,
              hint: sayRole(role),
            }))}
            value={chosen}
            onChoose={setChosen}
          />
          <div className="people__actions">
            <Button type="button" disabled={chosen === undefined} onClick={() => void share()}>
              <Trans>Share it</Trans>
            </Button>
            <Button
              secondary
              type="button"
              disabled={chosen === undefined}
              onClick={() => void handOver()}
            >
              <Trans>Hand it over and keep nothing</Trans>
            </Button>
          </div>
        </>
      )}
    </section>
  );
}

const nobody = 'nobody';

async function readersOf(caseId: CaseId) {
  return call(readAccess, { caseId });
}
