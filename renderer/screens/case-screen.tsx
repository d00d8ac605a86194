import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from 'nhsuk-react-components';
import { useCallback, useEffect, useState } from 'react';
import type { CaseNote } from '#core/domain/case-entry.ts';
import type { CasePage } from '#core/domain/case-page.ts';
import type { Facility } from '#core/domain/facility.ts';
import type { Pack } from '#core/pack/pack.ts';
import type { CaseId, EncounterListing } from '#core/domain/encounter.ts';
import type { DeskTyped } from '#core/domain/typed.ts';
import { addNote, confirmStaffOnly, readCase, startNextVisit } from '#core/ipc/case-channels.ts';
import { readAtDesk } from '#core/ipc/typed-channels.ts';
import { call } from '../client.ts';
import { type AtDesk, useAtDesk } from '../hooks/use-at-desk.ts';
import { useFacility } from '../hooks/use-facility.ts';
import { useOneAtATime } from '../hooks/use-one-at-a-time.ts';
import { usePageKeys } from '../hooks/use-page-keys.ts';
import { usePackAtOnce } from '../hooks/use-pack.ts';
import { Briefing } from '../parts/briefing.tsx';
import { Page } from '../parts/page.tsx';
import { Problem } from '../parts/problem.tsx';
import { StaffOnlyGate } from '../steps/staff-only-gate.tsx';
import type { Explicable } from '../text/explain.ts';
import { AddNote } from './case/add-note.tsx';
import { CaseReaders } from './case/case-readers.tsx';
import { CaseVisits, listingOf } from './case/case-visits.tsx';
import { DangerHistory } from './case/danger-history.tsx';
import { KeptApart } from './case/kept-apart.tsx';
import { ReportedMissing } from './case/reported-missing.tsx';

const rooms = ['before', 'visits', 'danger', 'apart', 'missing', 'readers'] as const;
type Room = (typeof rooms)[number];

/** A case as staff read it at the desk, without the person: its visits and what was added since. */
export function CaseScreen({
  caseId,
  onVisit,
  onLeave,
}: {
  readonly caseId: CaseId;
  readonly onVisit: (visit: EncounterListing) => void;
  readonly onLeave: () => void;
}) {
  const { t } = useLingui();
  const [page, setPage] = useState<CasePage>();
  const [isArmed, setIsArmed] = useState(false);
  usePageKeys(isArmed);
  const once = useOneAtATime();
  const [error, setError] = useState<Explicable>();
  const [room, setRoom] = useState<Room>('before');
  const { desk, begin } = useAtDesk(caseId, setError);

  const take = useCallback((reply: Awaited<ReturnType<typeof readCaseOf>>) => {
    setIsArmed(!reply.ok && reply.error.kind === 'GateArmed');
    if (reply.ok) setPage(reply.value);
    setError(reply.ok || reply.error.kind === 'GateArmed' ? undefined : reply.error);
  }, []);
  /** The page as it opens, with what was being typed beside it, there where it was typed. */
  const show = useCallback(
    ({ reply, typed }: Awaited<ReturnType<typeof openCase>>) => {
      if (typed?.ok === true) begin(typed.value);
      const [unfinished] = typed?.ok === true ? typed.value : [];
      if (unfinished !== undefined) setRoom(roomOf(unfinished));
      take(reply);
      if (typed?.ok === false) setError(typed.error);
    },
    [begin, take],
  );
  useEffect(() => void openCase(caseId).then(show), [caseId, show]);
  // Asked for after the case, which is waited for.
  const pack = usePackAtOnce();
  const facility = useFacility();
  const read = async () => take(await readCaseOf(caseId));

  async function confirm(): Promise<void> {
    const reply = await call(confirmStaffOnly, null);
    if (reply.ok) show(await openCase(caseId));
    else setError(reply.error);
  }

  /** The member's own visit, if one is still open. */
  const openVisit = page?.visits.find(
    ({ id, state }) => state === 'draft' && !page.heldByOthers.includes(id),
  );

  async function startNext(): Promise<void> {
    const reply = await call(startNextVisit, { caseId });
    if (reply.ok) onVisit(reply.value);
    else setError(reply.error);
  }

  async function add(note: CaseNote): Promise<boolean> {
    const reply = await call(addNote, { caseId, note });
    if (reply.ok) await read();
    else setError(reply.error);
    return reply.ok;
  }

  if (isArmed)
    return <StaffOnlyGate error={error} onConfirm={() => void confirm()} onLeave={onLeave} />;
  if (page === undefined && error === undefined) return null;
  const names: Readonly<Record<Room, string>> = {
    before: t`Before the visit`,
    visits: t`Visits`,
    danger: t`Danger`,
    apart: t`Kept apart`,
    missing: t`Reported missing`,
    readers: t`Who may read it`,
  };
  return (
    <Page
      heading={page?.aliases[0] ?? t`No name given`}
      actions={
        <>
          <Button secondary type="button" onClick={onLeave}>
            <Trans>Back</Trans>
          </Button>
          {openVisit === undefined ? (
            <Button type="button" className="page__actions-end" onClick={() => once(startNext)}>
              <Trans>Next visit</Trans>
            </Button>
          ) : (
            <Button
              type="button"
              className="page__actions-end"
              onClick={() => onVisit(listingOf(openVisit, caseId))}
            >
              <Trans>Go on with the visit</Trans>
            </Button>
          )}
        </>
      }
    >
      <Problem error={error} />
      <nav className="rooms" aria-label={t`Looking back`}>
        {rooms.map((name) => (
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
      {page !== undefined && (
        <RoomView {...{ room, page, pack, facility, onVisit, onLeave }} desk={desk} onAdd={add} />
      )}
    </Page>
  );
}

function RoomView({
  room,
  page,
  pack,
  facility,
  desk,
  onVisit,
  onLeave,
  onAdd,
}: {
  readonly room: Room;
  readonly page: CasePage;
  readonly pack: Pack | undefined;
  readonly facility: Facility | undefined;
  readonly desk: AtDesk;
  readonly onVisit: (visit: EncounterListing) => void;
  readonly onLeave: () => void;
  readonly onAdd: (note: CaseNote) => Promise<boolean>;
}) {
  if (pack === undefined || facility === undefined) return null;
  const nameOf = (id: string | null) =>
    page.members.find((member) => member.id === id)?.displayName;
  switch (room) {
    case 'before':
      return (
        <>
          <Briefing {...{ page, pack, facility }} />
          <AddNote onAdd={onAdd} />
        </>
      );
    case 'danger':
      return <DangerHistory caseId={page.caseId} pack={pack} />;
    case 'missing':
      return <ReportedMissing desk={desk} {...{ pack, facility }} />;
    case 'apart':
      return <KeptApart desk={desk} nameOf={nameOf} />;
    case 'readers':
      return (
        <CaseReaders
          caseId={page.caseId}
          named={page.namedColleague}
          onName={(member) => void onAdd({ kind: 'named-colleague', member })}
          onGivenAway={onLeave}
        />
      );
    default:
      return (
        <CaseVisits
          page={page}
          desk={desk}
          onVisit={onVisit}
          onCorrect={async (encounterId, words) =>
            onAdd({ kind: 'correction', encounterId, words })
          }
        />
      );
  }
}

/** Where the page opens when something was typed there and not written down. */
function roomOf({ field }: DeskTyped): Room {
  switch (field) {
    case 'correction':
      return 'visits';
    case 'missing-report':
    case 'missing-reason':
      return 'missing';
    default:
      return 'apart';
  }
}

async function readCaseOf(caseId: CaseId) {
  return call(readCase, { caseId });
}

async function openCase(caseId: CaseId) {
  const reply = await readCaseOf(caseId);
  return { reply, typed: reply.ok ? await call(readAtDesk, { caseId }) : undefined };
}
