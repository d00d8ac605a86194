import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Select, TextInput } from 'nhsuk-react-components';
import { useEffect, useState } from 'react';
import type { ContactId } from '#core/domain/contact.ts';
import { bothVersions } from '#core/domain/both-versions.ts';
import type { ExplainedPoint } from '#core/domain/consent.ts';
import type { Encounter } from '#core/domain/encounter.ts';
import type { Facility } from '#core/domain/facility.ts';
import { MissingFacts, noMissingFacts } from '#core/domain/missing-facts.ts';
import { explanationOf, talkAbout } from '#core/domain/outcome.ts';
import {
  keepMissingFacts,
  readMissingFacts,
  takeBackMissingFacts,
} from '#core/ipc/missing-channels.ts';
import { deciderOf } from '#core/journey/deciding.ts';
import { placesOf } from '#core/journey/without-consent.ts';
import { dialled } from '#core/pack/contact-seed.ts';
import { type Pack, phraseText } from '#core/pack/pack.ts';
import { call } from '../../client.ts';
import { useTyped } from '../../hooks/use-typed.ts';
import { BackAndGo } from '../../parts/back-and-go.tsx';
import { ToldFirst } from '../../parts/explanation-script.tsx';
import { NeedsAnswer } from '../../parts/needs-answer.tsx';
import { Page } from '../../parts/page.tsx';
import { Problem } from '../../parts/problem.tsx';
import { scriptFor } from '../../parts/script-for.ts';
import { TwoVersions } from '../../parts/two-versions.tsx';
import type { Explicable } from '../../text/explain.ts';
import { missingLabel } from '../../text/missing.ts';

/** What the person is told before they agree: who gets the facts, what follows, and for whom. */
const points: readonly ExplainedPoint[] = [
  'what-they-ask',
  'whom-they-tell',
  'family',
  'no-promise',
  'take-back',
];

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
  const typing = useTyped(encounterId);
  const [facts, setFacts] = useState<MissingFacts>(noMissingFacts);
  const [recipient, setRecipient] = useState<ContactId | null>(null);
  /** What a colleague kept since what stands here was typed. */
  const [theirs, setTheirs] = useState<MissingFacts>();
  const [seen, setSeen] = useState(0);
  const [talk, setTalk] = useState(() => talkAbout(points));
  const [until, setUntil] = useState<string | null>(null);
  const [isIncomplete, setIsIncomplete] = useState(false);
  const [error, setError] = useState<Explicable>();
  const before = typing.found?.find((each) => each.kind === 'missing-facts');
  const isRead = typing.found !== undefined;
  useEffect(() => {
    if (!isRead) return;
    void call(readMissingFacts, { encounterId }).then((reply) => {
      if (!reply.ok) {
        setError(reply.error);
        return;
      }
      const kept = reply.value;
      setFacts(before?.facts ?? kept.facts ?? noMissingFacts);
      setRecipient(before?.recipient ?? kept.recipient);
      setUntil(kept.until);
      setSeen(kept.seen);
      if (before !== undefined && before.seen !== kept.seen && kept.facts !== null)
        setTheirs(kept.facts);
    });
  }, [encounterId, isRead, before]);

  function change(changes: {
    readonly facts?: MissingFacts;
    readonly recipient?: ContactId | null;
  }) {
    const now = { facts, recipient, ...changes };
    setFacts(now.facts);
    setRecipient(now.recipient);
    // Whoever else gets them changes something else for the person.
    if (now.recipient !== recipient) setTalk(talkAbout(points));
    typing.keep({ kind: 'missing-facts', seen, ...now });
  }

  /** Somebody else kept something since this page read it: theirs is shown beside what stands here. */
  async function readTheirs(): Promise<void> {
    const reply = await call(readMissingFacts, { encounterId });
    if (!reply.ok) return;
    setSeen(reply.value.seen);
    setUntil(reply.value.until);
    if (reply.value.facts !== null) setTheirs(reply.value.facts);
  }

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
  const contact = police.find(({ id }) => id === recipient);
  const language = pack.manifest.languages.find(({ tag }) => tag === draft.language);
  const given = { how: 'spoken', witness: '' } as const;

  async function keep(): Promise<void> {
    setIsIncomplete(recipient === null);
    if (recipient === null) return;
    if (talk.explainedAt === null) {
      setError({ kind: 'ExplanationMissing' });
      return;
    }
    const reply = await call(keepMissingFacts, {
      encounterId,
      recipient,
      facts,
      decidedBy: deciderOf(draft),
      explanation: explanationOf(talk, draft.language, talk.explainedAt),
      language: draft.language,
      given,
      seen,
    });
    if (reply.ok) onDone();
    else {
      setError(reply.error);
      if (reply.error.kind === 'ChangedMeanwhile') await readTheirs();
    }
  }

  /** What was typed goes too: nobody keeps it without a yes. */
  function keepNothing(): void {
    typing.drop('missing-facts');
    onDone();
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

  if (theirs !== undefined) {
    return (
      <Page
        heading={t`In case nobody knows where they are`}
        actions={
          <Button secondary type="button" onClick={onDone}>
            <Trans>Back to the visit</Trans>
          </Button>
        }
      >
        <TwoVersions
          name={t`A colleague`}
          fields={bothVersions(MissingFacts.keyof().options, noMissingFacts, theirs, facts)}
          labelOf={missingLabel}
          onChosen={(texts) => {
            setError(undefined);
            setTheirs(undefined);
            change({ facts: { ...theirs, ...texts } });
          }}
        />
      </Page>
    );
  }
  return (
    <Page
      heading={t`In case nobody knows where they are`}
      actions={
        <BackAndGo onBack={keepNothing} back={<Trans>Keep nothing</Trans>} onGo={() => void keep()}>
          <Trans>They said yes: keep this</Trans>
        </BackAndGo>
      }
    >
      <Problem error={error ?? typing.error} />
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
          change({
            recipient: police.find(({ id }) => id === event.currentTarget.value)?.id ?? null,
          })
        }
      >
        <Select.Option value="">{t`Choose`}</Select.Option>
        {police.map(({ id, name }) => (
          <Select.Option key={id} value={id}>
            {name}
          </Select.Option>
        ))}
      </Select>
      {contact !== undefined && (
        <ToldFirst
          script={scriptFor({ draft, pack, facility }, contact, {
            noPromise: t`We cannot promise that anybody finds you by this.`,
          }).filter(({ point }) => points.includes(point))}
          {...{ pack, talk }}
          language={draft.language}
          onChange={(changes) => setTalk({ ...talk, ...changes })}
        />
      )}
      {MissingFacts.keyof().options.map((key) => (
        <TextInput
          key={key}
          label={missingLabel(key)}
          id={`missing-${key}`}
          maxLength={500}
          value={facts[key]}
          onChange={(event) => change({ facts: { ...facts, [key]: event.currentTarget.value } })}
        />
      ))}
    </Page>
  );
}
