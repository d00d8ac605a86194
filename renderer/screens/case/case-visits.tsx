import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Textarea } from 'nhsuk-react-components';
import { useState } from 'react';
import type { CasePage, VisitSummary } from '#core/domain/case-page.ts';
import type { CaseId, EncounterId, EncounterListing } from '#core/domain/encounter.ts';
import type { AtDesk } from '../../hooks/use-at-desk.ts';
import { useOneAtATime } from '../../hooks/use-one-at-a-time.ts';
import { Moment } from '../../parts/moment.tsx';
import { askedWords, outcomeWords } from '../../text/case-words.ts';

/** The visits of a case, the latest first: who held it, what was asked, how it ended, what was added. */
export function CaseVisits({
  page,
  desk,
  onVisit,
  onCorrect,
}: {
  readonly page: CasePage;
  readonly desk: AtDesk;
  readonly onVisit: (visit: EncounterListing) => void;
  readonly onCorrect: (id: EncounterId, words: string) => Promise<boolean>;
}) {
  const [shown, setShown] = useState(fewVisits);
  const nameOf = (id: string | null) =>
    page.members.find((member) => member.id === id)?.displayName;
  return (
    <>
      <ol className="story">
        {page.visits.slice(0, shown).map((visit) => (
          <li key={visit.id}>
            <VisitLine visit={visit} by={nameOf(visit.by)} />
            {page.entries.map(
              ({ id, at, by, content }) =>
                content.kind === 'correction' &&
                content.encounterId === visit.id && (
                  <p key={id} className="story__added">
                    {content.words}
                    <span className="story__who">
                      <Moment instant={at} /> · {nameOf(by)}
                    </span>
                  </p>
                ),
            )}
            {visit.state === 'draft' && page.heldByOthers.includes(visit.id) ? (
              <p>
                <Trans>They can go on with it. Nobody writes in it but them.</Trans>
              </p>
            ) : visit.state === 'draft' ? (
              <Button
                secondary
                small
                type="button"
                onClick={() => onVisit(listingOf(visit, page.caseId))}
              >
                <Trans>Go on</Trans>
              </Button>
            ) : (
              <Correction
                desk={desk}
                visit={visit.id}
                onAdd={(words) => onCorrect(visit.id, words)}
              />
            )}
          </li>
        ))}
      </ol>
      {shown < page.visits.length && (
        <Button secondary type="button" onClick={() => setShown(shown + fewVisits)}>
          <Trans>Earlier visits</Trans>
        </Button>
      )}
    </>
  );
}

/** As many as come up at once; the ones before them are a press away. */
const fewVisits = 30;

export function listingOf(
  { id, state, startedAt }: VisitSummary,
  caseId: CaseId,
): EncounterListing {
  return { id, state, startedAt, caseId };
}

function VisitLine({
  visit,
  by,
}: {
  readonly visit: VisitSummary;
  readonly by: string | undefined;
}) {
  const { t } = useLingui();
  const asked = visit.asked.map(askedWords);
  return (
    <>
      <h2 className="nhsuk-heading-s">
        <Moment instant={visit.startedAt} /> · {by ?? t`not noted by whom`}
        {visit.state === 'draft' && ` · ${t`open`}`}
      </h2>
      <p>
        {asked.length === 0 ? t`Nothing was asked.` : t`Asked: ${asked.join(', ')}.`}{' '}
        {t`In the end: ${outcomeWords(visit.outcome)}.`}
      </p>
    </>
  );
}

/** What is to be said about a closed visit later: it is added beside it, signed, and nothing is replaced. */
function Correction({
  desk,
  visit,
  onAdd,
}: {
  readonly desk: AtDesk;
  readonly visit: EncounterId;
  readonly onAdd: (words: string) => Promise<boolean>;
}) {
  const { t } = useLingui();
  const once = useOneAtATime();
  const words = desk.wordsOf('correction', visit);
  const setWords = (next: string) => desk.type('correction', next, visit);
  const [isOpen, setIsOpen] = useState(words !== '');
  return (
    <details
      className="more"
      open={isOpen}
      onToggle={(event) => setIsOpen(event.currentTarget.open)}
    >
      <summary>
        <Trans>Add a correction</Trans>
      </summary>
      {isOpen && (
        <>
          <Textarea
            label={t`What should be added?`}
            hint={t`The visit stays as it is. This is kept beside it, with your name and the time.`}
            rows={3}
            maxLength={2_000}
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
          <Button
            secondary
            small
            type="button"
            disabled={words.trim() === ''}
            onClick={() =>
              once(async () => {
                if (await onAdd(words)) setWords('');
              })
            }
          >
            <Trans>Add it</Trans>
          </Button>
        </>
      )}
    </details>
  );
}
