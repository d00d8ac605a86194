import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from 'nhsuk-react-components';
import { useState } from 'react';
import { type LawListing, readLaw, readPlacePage } from '#core/ipc/law-channels.ts';
import { useAnswer } from '../../hooks/use-answer.ts';
import { useFacility } from '../../hooks/use-facility.ts';
import { usePack } from '../../hooks/use-pack.ts';
import { Page } from '../../parts/page.tsx';
import { beginLine } from '../../text/begin-line.ts';
import { subjectName } from '../../text/law.ts';
import { LawForm } from './law-form.tsx';
import { PlacePageForm, PlacePageView } from './place-page.tsx';
import type { RoomProps } from './rooms.ts';

/** The law page of the country of this place: advice, until the place has had it confirmed. */
export function LawRoom({ member, onDone }: RoomProps) {
  const facility = useFacility();
  const { t } = useLingui();
  const pack = usePack();
  const { value: laws, again } = useAnswer(readLaw);
  const { value: page, again: readPageAgain } = useAnswer(readPlacePage);
  const [chosen, setChosen] = useState<LawListing | 'page'>();
  if (facility === undefined || pack === undefined || laws === undefined || page === undefined)
    return null;
  const isLead = member.role === 'safeguarding-lead';

  const place = pack.jurisdictions.find(({ id }) => id === facility.jurisdiction);
  const titleOf = (law: LawListing) => {
    const statement = place?.statements.find(({ id }) => id === law.law);
    return statement === undefined ? law.law : beginLine(subjectName(statement.subject));
  };
  if (chosen === 'page')
    return (
      <PlacePageForm
        listing={page}
        onDone={() => {
          setChosen(undefined);
          void readPageAgain();
        }}
      />
    );
  if (chosen !== undefined)
    return (
      <LawForm
        title={titleOf(chosen)}
        law={chosen}
        onDone={() => {
          setChosen(undefined);
          void again();
        }}
      />
    );
  return (
    <Page
      heading={t`Law: ${place?.name ?? ''}`}
      actions={
        <Button secondary type="button" onClick={onDone}>
          <Trans>Back</Trans>
        </Button>
      }
    >
      <p>
        <Trans>
          Collected from public sources, and no legal advice. Have each line confirmed by a lawyer
          of your country, and say here who did.
        </Trans>
      </p>
      <ul className="plain-list">
        {laws.map((law) => (
          <li key={law.law}>
            <p>
              <strong>{titleOf(law)}</strong> <LawState law={law} />
              <br />
              {law.confirmation?.text ?? law.packText}
            </p>
            {isLead && (
              <Button small type="button" onClick={() => setChosen(law)}>
                <Trans>
                  Confirm or change <span className="nhsuk-u-visually-hidden">{titleOf(law)}</span>
                </Trans>
              </Button>
            )}
          </li>
        ))}
      </ul>
      <PlacePageView listing={page} onChange={isLead ? () => setChosen('page') : undefined} />
    </Page>
  );
}

function LawState({ law: { confirmation, packText } }: { readonly law: LawListing }) {
  const { t } = useLingui();
  if (confirmation === null) return <span className="tag">{t`not confirmed`}</span>;
  const { confirmedBy, confirmedOn, text } = confirmation;
  return (
    <span className="tag tag--calm">
      {text === packText
        ? t`confirmed by ${confirmedBy} on ${confirmedOn}`
        : t`in our own words, by ${confirmedBy} on ${confirmedOn}`}
    </span>
  );
}
