import { Trans, useLingui } from '@lingui/react/macro';
import { useCallback, useEffect, useState } from 'react';
import type { CaseId } from '#core/domain/encounter.ts';
import { readRestricted } from '#core/ipc/restricted-channels.ts';
import { call } from '../../client.ts';
import type { AtDesk } from '../../hooks/use-at-desk.ts';
import { Moment } from '../../parts/moment.tsx';
import { Problem } from '../../parts/problem.tsx';
import { aboutWords, presentStateWords } from '../../text/restricted-words.ts';
import { PresentForm, SightingForm } from './kept-apart-forms.tsx';

type Kept = Awaited<ReturnType<typeof read>>;

/** The two records that are kept apart: who was present, and persons and vehicles that were noticed. */
export function KeptApart({
  desk,
  nameOf,
}: {
  readonly desk: AtDesk;
  readonly nameOf: (id: string) => string | undefined;
}) {
  const { t } = useLingui();
  const { caseId } = desk;
  const [kept, setKept] = useState<Kept>();
  const take = useCallback((reply: Kept) => setKept(reply), []);
  useEffect(() => void read(caseId).then(take), [caseId, take]);
  const readAgain = async () => take(await read(caseId));
  if (kept === undefined) return null;
  if (!kept.ok) return <Problem error={kept.error} />;
  const { present, sightings } = kept.value;
  return (
    <>
      <p>
        <Trans>
          Only for staff. Nothing of this is on any sheet, in the search or on a screen of a visit.
        </Trans>
      </p>
      <h2 className="nhsuk-heading-m">
        <Trans>Somebody present who may belong to those they fear</Trans>
      </h2>
      <Entries
        entries={present.map(({ id, at, by, content }) => ({
          id,
          at,
          by: nameOf(by),
          head: `${aboutWords(content.about)}: ${presentStateWords(content.state)}`,
          words: content.words,
        }))}
      />
      <PresentForm desk={desk} onAdded={readAgain} />
      <h2 className="nhsuk-heading-m">
        <Trans>Persons and vehicles</Trans>
      </h2>
      <Entries
        entries={sightings.map(({ id, at, by, content }) => ({
          id,
          at,
          by: nameOf(by),
          head: [
            content.seenAt.replace('T', ' '),
            content.what === 'vehicle' ? t`a vehicle` : t`a person`,
            content.plate,
          ]
            .filter((part) => part !== '')
            .join(' · '),
          words: content.words,
        }))}
      />
      <SightingForm desk={desk} onAdded={readAgain} />
    </>
  );
}

async function read(caseId: CaseId) {
  return call(readRestricted, { caseId });
}

function Entries({
  entries,
}: {
  readonly entries: readonly {
    readonly id: string;
    readonly at: string;
    readonly by: string | undefined;
    readonly head: string;
    readonly words: string;
  }[];
}) {
  if (entries.length === 0)
    return (
      <p>
        <Trans>Nothing yet.</Trans>
      </p>
    );
  return (
    <ul className="story">
      {entries.map(({ id, at, by, head, words }) => (
        <li key={id}>
          <strong>{head}</strong>
          <p>{words}</p>
          <span className="story__who">
            <Moment instant={at} /> · {by}
          </span>
        </li>
      ))}
    </ul>
  );
}
