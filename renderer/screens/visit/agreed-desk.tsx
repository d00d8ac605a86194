import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from 'nhsuk-react-components';
import { useEffect, useState } from 'react';
import { agreementsInForce, type ConsentEntry, ConsentItem } from '#core/domain/consent.ts';
import type { ContactId } from '#core/domain/contact.ts';
import type { Encounter } from '#core/domain/encounter.ts';
import { staffLanguage } from '#core/domain/language.ts';
import type { ReferralId } from '#core/domain/referral.ts';
import { readConsent } from '#core/ipc/consent-channels.ts';
import { previewSheet } from '#core/ipc/sheet-channels.ts';
import { type Pack, phraseText } from '#core/pack/pack.ts';
import { plainFormat } from '#core/sheet/paper.ts';
import type { Sheet } from '#core/sheet/sheet.ts';
import { call } from '../../client.ts';
import { onConsent } from '../../hooks/on-consent.ts';
import { CopyQuestion } from '../../parts/copy-question.tsx';
import { Page } from '../../parts/page.tsx';
import { Problem } from '../../parts/problem.tsx';
import { PrintableSheet } from '../../printing/printable-sheet.tsx';
import type { Explicable } from '../../text/explain.ts';
import { TakeBack } from './take-back.tsx';

/** What the person agreed to, helper by helper: to look at together, to take back, to have on paper. */
export function AgreedDesk({
  encounter,
  pack,
  onDone,
  onTakenBack,
}: {
  readonly encounter: Encounter;
  readonly pack: Pack;
  readonly onDone: () => void;
  readonly onTakenBack: (recipient: ContactId, stopped: readonly ReferralId[]) => void;
}) {
  const { t } = useLingui();
  const { id: encounterId } = encounter;
  const [entries, setEntries] = useState<readonly ConsentEntry[]>();
  const [error, setError] = useState<Explicable>();
  const [takingBack, setTakingBack] = useState<ContactId>();
  useEffect(() => {
    const read = () =>
      void call(readConsent, { encounterId }).then((reply) => {
        setEntries(reply.ok ? reply.value : undefined);
        setError(reply.ok ? undefined : reply.error);
      });
    read();
    return onConsent(() => setEntries(undefined), read);
  }, [encounterId]);
  if (takingBack !== undefined)
    return (
      <TakeBack
        {...{ encounter, pack, onTakenBack }}
        recipient={takingBack}
        onBack={() => setTakingBack(undefined)}
      />
    );
  const asked = entries?.filter(({ purpose }) => purpose === 'referral') ?? [];
  const recipients = [...new Set(asked.map(({ recipient }) => recipient))];
  return (
    <Page
      heading={t`What they agreed to`}
      actions={
        <Button secondary type="button" onClick={onDone}>
          <Trans>Back to the visit</Trans>
        </Button>
      }
    >
      <Problem error={error} />
      {entries !== undefined && recipients.length === 0 && (
        <p>
          <Trans>Nothing so far.</Trans>
        </p>
      )}
      {recipients.map((recipient) => (
        <section key={recipient} aria-label={nameOf(pack, recipient)}>
          <h2 className="nhsuk-heading-m">{nameOf(pack, recipient)}</h2>
          <InForce {...{ pack, recipient }} entries={asked} onTakeBack={setTakingBack} />
          <OnPaper {...{ encounter, recipient }} />
        </section>
      ))}
    </Page>
  );
}

function nameOf(pack: Pack, recipient: ContactId): string {
  return pack.contacts.find(({ id }) => id === recipient)?.name ?? recipient;
}

function InForce({
  pack,
  recipient,
  entries,
  onTakeBack,
}: {
  readonly pack: Pack;
  readonly recipient: ContactId;
  readonly entries: readonly ConsentEntry[];
  readonly onTakeBack: (recipient: ContactId) => void;
}) {
  const { t } = useLingui();
  const [now] = useState(() => new Date().toISOString());
  const agreed = agreementsInForce(entries, recipient, now);
  const items = ConsentItem.options.filter((item) => agreed.has(item));
  const until = [...agreed.values()].map((entry) => entry.until).toSorted()[0];
  if (until === undefined)
    return (
      <p>
        <Trans>Nothing may be passed on now.</Trans>
      </p>
    );
  return (
    <>
      <ul>
        {items.map((item) => (
          <li key={item}>{phraseText(pack, staffLanguage, `item.${item}`)}</li>
        ))}
      </ul>
      <div className="sheet-actions">
        <p className="note">
          <Trans>Until {until.slice(0, 10)}, unless they take it back.</Trans>
        </p>
        <Button type="button" small secondary onClick={() => onTakeBack(recipient)}>
          {t`They take it back`}
        </Button>
      </div>
    </>
  );
}

/** The record of what was decided, for the file of the house, and only if the person wants it on paper. */
function OnPaper({
  encounter,
  recipient,
}: {
  readonly encounter: Encounter;
  readonly recipient: ContactId;
}) {
  const [sheet, setSheet] = useState<Sheet>();
  const [error, setError] = useState<Explicable>();
  const [isCopyWanted, setIsCopyWanted] = useState(false);
  const orderOf = (isWanted: boolean) => ({
    kind: 'consent-record' as const,
    encounterId: encounter.id,
    recipient,
    isCopyWanted: isWanted,
    language: staffLanguage,
    format: plainFormat,
  });

  async function show(isWanted: boolean): Promise<void> {
    setIsCopyWanted(isWanted);
    const order = orderOf(isWanted);
    const reply = await call(previewSheet, order);
    setError(reply.ok ? undefined : reply.error);
    setSheet(reply.ok ? reply.value : undefined);
  }

  return (
    <details className="more">
      <summary>
        <Trans>A record on paper</Trans>
      </summary>
      <Problem error={error} />
      <p>
        <Trans>Only if the person wants it written down. It stays in the file here.</Trans>
      </p>
      {sheet === undefined ? (
        <Button type="button" small secondary onClick={() => void show(false)}>
          <Trans>Yes, they want one</Trans>
        </Button>
      ) : (
        <>
          <CopyQuestion
            name={`copy-${recipient}`}
            isWanted={isCopyWanted}
            onChoose={(isWanted) => void show(isWanted)}
          />
          <PrintableSheet sheet={sheet} order={orderOf(isCopyWanted)} />
        </>
      )}
    </details>
  );
}
