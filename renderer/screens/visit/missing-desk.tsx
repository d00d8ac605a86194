import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Select, TextInput } from 'nhsuk-react-components';
import { useEffect, useState } from 'react';
import type { ContactId } from '#core/domain/contact.ts';
import { thePerson } from '#core/domain/decider.ts';
import type { Encounter } from '#core/domain/encounter.ts';
import type { Facility } from '#core/domain/facility.ts';
import { MissingFacts, noMissingFacts } from '#core/domain/missing-facts.ts';
import {
  keepMissingFacts,
  readMissingFacts,
  takeBackMissingFacts,
} from '#core/ipc/missing-channels.ts';
import { placesOf } from '#core/journey/without-consent.ts';
import { dialled } from '#core/pack/contact-seed.ts';
import { type Pack, phraseText } from '#core/pack/pack.ts';
import { call } from '../../client.ts';
import { BackAndGo } from '../../parts/back-and-go.tsx';
import { NeedsAnswer } from '../../parts/needs-answer.tsx';
import { Page } from '../../parts/page.tsx';
import { Problem } from '../../parts/problem.tsx';
import type { Explicable } from '../../text/explain.ts';
import { missingLabel } from '../../text/missing.ts';

/** Facts for the day somebody reports the person missing, kept only by a yes of their own. */
export function MissingDesk({
  encounter,
  pack,
  facility,
  onDone,
}: {
  readonly encounter: Encounter;
  readonly pack: Pack;
  readonly facility: Facility;
  readonly onDone: () => void;
}) {
  const { t } = useLingui();
  const { id: encounterId, draft } = encounter;
  const [facts, setFacts] = useState<MissingFacts>(noMissingFacts);
  const [recipient, setRecipient] = useState<ContactId | null>(null);
  const [seen, setSeen] = useState(0);
  const [until, setUntil] = useState<string | null>(null);
  const [isIncomplete, setIsIncomplete] = useState(false);
  const [error, setError] = useState<Explicable>();
  useEffect(() => {
    void call(readMissingFacts, { encounterId }).then((reply) => {
      if (!reply.ok) setError(reply.error);
      else {
        setFacts(reply.value.facts ?? noMissingFacts);
        setRecipient(reply.value.recipient);
        setUntil(reply.value.until);
        setSeen(reply.value.seen);
      }
    });
  }, [encounterId]);

  const here: readonly string[] = placesOf(pack.jurisdictions, facility.jurisdiction).map(
    ({ id }) => id,
  );
  const police = pack.contacts.filter(
    (contact) =>
      here.includes(contact.jurisdiction) &&
      contact.isInUse &&
      (contact.kind === 'emergency' || contact.mustTellPolice === 'is-police') &&
      dialled(contact) !== undefined,
  );
  const language = pack.manifest.languages.find(({ tag }) => tag === draft.language);
  const given = { how: 'spoken', witness: '' } as const;

  async function keep(): Promise<void> {
    setIsIncomplete(recipient === null);
    if (recipient === null) return;
    const decidedBy = draft.outcome.kind === 'refer' ? draft.outcome.talk.decidedBy : thePerson;
    const reply = await call(keepMissingFacts, {
      encounterId,
      recipient,
      facts,
      decidedBy,
      language: draft.language,
      given,
      seen,
    });
    if (reply.ok) onDone();
    else setError(reply.error);
  }

  async function takeBack(): Promise<void> {
    const reply = await call(takeBackMissingFacts, {
      encounterId,
      language: draft.language,
      given,
    });
    if (reply.ok) onDone();
    else setError(reply.error);
  }

  return (
    <Page
      heading={t`In case nobody knows where they are`}
      actions={
        <BackAndGo onBack={onDone} back={<Trans>Keep nothing</Trans>} onGo={() => void keep()}>
          <Trans>They said yes: keep this</Trans>
        </BackAndGo>
      }
    >
      <Problem error={error} />
      <NeedsAnswer isShown={isIncomplete} />
      <p lang={language?.tag} dir={language?.direction}>
        {['missing.ask', 'consent.missing', 'missing.apart']
          .map((id) => phraseText(pack, draft.language, id))
          .join(' ')}
      </p>
      {until !== null && (
        <div className="sheet-actions">
          <p className="note">
            <Trans>Kept until {until.slice(0, 10)}, by the yes of the person.</Trans>
          </p>
          <Button type="button" small secondary onClick={() => void takeBack()}>
            <Trans>They take it back: remove it</Trans>
          </Button>
        </div>
      )}
      <Select
        label={t`For whom?`}
        id="missing-recipient"
        value={recipient ?? ''}
        onChange={(event) =>
          setRecipient(police.find(({ id }) => id === event.currentTarget.value)?.id ?? null)
        }
      >
        <Select.Option value="">{t`Choose`}</Select.Option>
        {police.map(({ id, name }) => (
          <Select.Option key={id} value={id}>
            {name}
          </Select.Option>
        ))}
      </Select>
      {MissingFacts.keyof().options.map((key) => (
        <TextInput
          key={key}
          label={missingLabel(key)}
          id={`missing-${key}`}
          value={facts[key]}
          onChange={(event) => setFacts({ ...facts, [key]: event.currentTarget.value })}
        />
      ))}
    </Page>
  );
}
