import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from 'nhsuk-react-components';
import { useEffect, useState } from 'react';
import type { CaseId, EncounterId } from '#core/domain/encounter.ts';
import type { Facility } from '#core/domain/facility.ts';
import { actsAlone, type GroundListing } from '#core/domain/ground.ts';
import type { StaffMember } from '#core/domain/staff.ts';
import { listColleagues, recordGround } from '#core/ipc/ground-channels.ts';
import { lawFor, placesOf, wayWithout } from '#core/journey/without-consent.ts';
import type { Contact } from '#core/pack/contact-seed.ts';
import type { Pack } from '#core/pack/pack.ts';
import { call } from '../../client.ts';
import { useTyped } from '../../hooks/use-typed.ts';
import { BackAndGo } from '../../parts/back-and-go.tsx';
import { CallAnyway } from '../../parts/call-anyway.tsx';
import { Problem } from '../../parts/problem.tsx';
import type { TypedGround } from '#core/domain/typed.ts';
import { emptyGround, factsOf, missingIn } from '../../steps/ground-draft.ts';
import { GroundChoice } from '../../steps/ground-choice.tsx';
import { GroundReaders } from '../../steps/ground-readers.tsx';
import { GroundReason } from '../../steps/ground-reason.tsx';
import { GroundShare } from '../../steps/ground-share.tsx';
import type { Explicable } from '../../text/explain.ts';
import { EarlierGrounds } from './earlier-grounds.tsx';
import { PassOn } from './pass-on.tsx';

const pages = ['choice', 'share', 'reason', 'readers'] as const;

/** What was put down, and who is to be called; whom an earlier one named is known when it is shown. */
type Acting = { readonly ground: GroundListing; readonly helper: Contact | undefined };

/** Passing something on without a yes: a path of its own, one decision a page. */
export function WithoutYes({
  encounterId,
  caseId,
  pack,
  facility,
  onDone,
}: {
  readonly encounterId: EncounterId;
  readonly caseId: CaseId;
  readonly pack: Pack;
  readonly facility: Facility;
  readonly onDone: () => void;
}) {
  const { t } = useLingui();
  const typing = useTyped(encounterId);
  const before = typing.found?.find((each) => each.kind === 'ground')?.ground;
  const [typedNow, setDraft] = useState<TypedGround>();
  const draft = typedNow ?? before ?? emptyGround;
  const [at, setAt] = useState(0);
  const [isIncomplete, setIsIncomplete] = useState(false);
  const [colleagues, setColleagues] = useState<readonly StaffMember[]>([]);
  const [isRecording, setIsRecording] = useState(false);
  const [acting, setActing] = useState<Acting>();
  const [error, setError] = useState<Explicable>();

  useEffect(() => {
    void call(listColleagues, null).then((reply) => reply.ok && setColleagues(reply.value));
  }, []);

  function startAgain(): void {
    setDraft(emptyGround);
    typing.drop('ground');
  }

  if (typing.found === undefined) return null;
  if (acting !== undefined) return <PassOn {...{ encounterId, onDone }} {...acting} />;

  const places = placesOf(pack.jurisdictions, facility.jurisdiction);
  const laws = draft.kind === null ? [] : lawFor(draft.kind, places);
  const law = laws.find(({ id }) => id === draft.law);
  const page = pages[at] ?? 'choice';

  function change(changes: Partial<TypedGround>): void {
    setIsIncomplete(false);
    setError(undefined);
    const ground = { ...draft, ...changes };
    setDraft(ground);
    typing.keep({ kind: 'ground', ground });
  }

  async function goOn(): Promise<void> {
    setError(undefined);
    const isMissing = missingIn(draft, page, laws.length > 0);
    setIsIncomplete(isMissing);
    if (isMissing || draft.kind === null) return;
    const way = wayWithout(draft.kind, law, places);
    if (way.kind === 'stopped') {
      const { text, confirmed } = way.by;
      setError({ kind: 'LawForbids', text, confirmedBy: confirmed?.confirmedBy ?? '' });
    } else if (at < pages.length - 1) setAt(at + 1);
    else await record();
  }

  async function record(): Promise<void> {
    const facts = factsOf(draft);
    // A second press of the button puts down nothing twice.
    if (facts === undefined || isRecording) return;
    setIsRecording(true);
    const reply = await call(recordGround, { encounterId, facts, readers: [...draft.readers] });
    setIsRecording(false);
    const helper = pack.contacts.find(({ id }) => id === facts.recipient);
    if (reply.ok) setActing({ ground: reply.value, helper });
    else setError(reply.error);
  }

  const actions = (
    <BackAndGo onBack={() => (at === 0 ? onDone() : setAt(at - 1))} onGo={() => void goOn()}>
      {page === 'readers' ? t`Record this` : t`Continue`}
    </BackAndGo>
  );
  const isOfBefore = typedNow === undefined && before !== undefined;
  const problem = (
    <>
      <Problem error={error ?? typing.error} />
      {page === 'readers' &&
        error !== undefined &&
        draft.kind !== null &&
        actsAlone(draft.kind) && <CallAnyway />}
      {isOfBefore && (
        <div className="sheet-actions">
          <p className="note">
            <Trans>You began this before. Nothing has been passed on.</Trans>
          </p>
          <Button type="button" small secondary onClick={startAgain}>
            <Trans>Start again</Trans>
          </Button>
        </div>
      )}
    </>
  );
  const shared = { draft, change, actions, problem, isIncomplete };
  switch (page) {
    case 'choice':
      return (
        <GroundChoice
          {...shared}
          laws={laws}
          earlier={
            <EarlierGrounds
              caseId={caseId}
              onGoOn={(ground) => setActing({ ground, helper: undefined })}
            />
          }
        />
      );
    case 'share':
      return <GroundShare {...shared} {...{ pack, places }} />;
    case 'reason':
      return <GroundReason {...shared} />;
    default:
      return <GroundReaders {...shared} colleagues={colleagues} />;
  }
}
