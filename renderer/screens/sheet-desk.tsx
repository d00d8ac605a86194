import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Select } from 'nhsuk-react-components';
import { type ReactNode, useEffect, useState } from 'react';
import type { EncounterId, VisitDraft } from '#core/domain/encounter.ts';
import type { Facility } from '#core/domain/facility.ts';
import { LanguageTag } from '#core/domain/language.ts';
import { previewSheet, printSheet, saveSheet, type SheetOrder } from '#core/ipc/sheet-channels.ts';
import { dialled, helpersOf } from '#core/pack/contact-seed.ts';
import { type Pack, phraseText } from '#core/pack/pack.ts';
import type { Sheet } from '#core/sheet/sheet.ts';
import { call, onPageEvent } from '../client.ts';
import { NumberByHeart } from '../parts/number-by-heart.tsx';
import { Page } from '../parts/page.tsx';
import { Problem } from '../parts/problem.tsx';
import { SheetView } from '../sheet/sheet-view.tsx';
import type { Explicable } from '../text/explain.ts';

/** The last step of a visit: what goes on paper, seen before it is printed. */
export function SheetDesk({
  encounterId,
  draft,
  pack,
  facility,
  problem,
  actions,
}: {
  readonly encounterId: EncounterId;
  readonly draft: VisitDraft;
  readonly pack: Pack;
  readonly facility: Facility;
  readonly problem: ReactNode;
  readonly actions: ReactNode;
}) {
  const { t } = useLingui();
  const { outcome } = draft;
  const place = pack.jurisdictions.find(({ id }) => id === facility.jurisdiction);
  const helpers = helpersOf(pack.contacts, place);
  const [helperId, setHelperId] = useState(helpers[0]?.id ?? null);
  const helper = helpers.find(({ id }) => id === helperId);
  const recipient = outcome.kind === 'refer' ? outcome.recipient : null;
  const hasPersonSheet =
    recipient !== null ||
    (outcome.kind === 'declined' && outcome.handOver === 'plain') ||
    (outcome.kind === 'cannot-refer' && outcome.card === 'card');
  const isDisguised = outcome.kind === 'declined' && outcome.handOver === 'disguised';
  const hasNumber = isDisguised || (outcome.kind === 'declined' && outcome.handOver === 'memorise');

  return (
    <Page heading={hasPersonSheet ? t`Sheets` : t`Before you part`} actions={actions}>
      {problem}
      {isDisguised && (
        <p>
          <Trans>
            Copy the number by hand onto an ordinary note of yours, as if it were a booking number.
            Agree with the person which digits count.
          </Trans>
        </p>
      )}
      {((outcome.kind === 'declined' && outcome.handOver === 'nothing') ||
        (outcome.kind === 'cannot-refer' && outcome.card === 'nothing')) && (
        <p>
          <Trans>
            Nothing to print. Say that help stays open, and agree on an ordinary next appointment.
          </Trans>
        </p>
      )}
      {recipient !== null && (
        <SheetCard
          title={t`For the helper`}
          pack={pack}
          facility={facility}
          firstLanguage={LanguageTag.parse('en')}
          order={(language) => ({ kind: 'referral', encounterId, language, recipient })}
        />
      )}
      {(hasPersonSheet || hasNumber) && (
        <Select
          label={t`Whose number?`}
          id="helper"
          value={helperId ?? ''}
          onChange={(event) =>
            setHelperId(helpers.find(({ id }) => id === event.currentTarget.value)?.id ?? null)
          }
        >
          <Select.Option value="">{t`No number`}</Select.Option>
          {helpers.map(({ id, name }) => (
            <Select.Option key={id} value={id}>
              {name}
            </Select.Option>
          ))}
        </Select>
      )}
      {hasPersonSheet && (
        <SheetCard
          key={helperId}
          title={t`For the person`}
          pack={pack}
          facility={facility}
          firstLanguage={draft.language}
          order={(language) => ({ kind: 'person', encounterId, language, helper: helperId })}
        />
      )}
      {hasNumber && helper && (
        <NumberByHeart
          number={dialled(helper) ?? ''}
          title={phraseText(pack, draft.language, 'memorise.title')}
          how={phraseText(pack, draft.language, 'memorise.how')}
          language={pack.manifest.languages.find(({ tag }) => tag === draft.language)}
        />
      )}
    </Page>
  );
}

/** One sheet: its language, what it will look like, and the ways to get it. */
function SheetCard({
  title,
  pack,
  facility,
  firstLanguage,
  order,
}: {
  readonly title: string;
  readonly pack: Pack;
  readonly facility: Facility;
  readonly firstLanguage: LanguageTag;
  readonly order: (language: LanguageTag) => SheetOrder;
}) {
  const { t } = useLingui();
  const [language, setLanguage] = useState(firstLanguage);
  const [sheet, setSheet] = useState<Sheet>();
  const [error, setError] = useState<Explicable>();
  const [done, setDone] = useState('');
  const wanted = JSON.stringify(order(language));

  useEffect(() => {
    let isCurrent = true;
    const show = async () => {
      const reply = await call(previewSheet, JSON.parse(wanted));
      if (!isCurrent) return;
      setSheet(reply.ok ? reply.value : undefined);
      setError(reply.ok ? undefined : reply.error);
    };
    void show();
    // What was taken back goes from the screen at once; what still counts comes again.
    const stop = onPageEvent(({ kind }) => {
      if (kind !== 'ConsentChanged') return;
      setSheet(undefined);
      void show();
    });
    return () => {
      isCurrent = false;
      stop();
    };
  }, [wanted]);

  async function print(): Promise<void> {
    setDone('');
    const reply = await call(printSheet, order(language));
    setError(reply.ok ? undefined : reply.error);
    if (reply.ok) setDone(t`Sent to the printer. Take it from the tray.`);
  }

  async function save(): Promise<void> {
    setDone('');
    const reply = await call(saveSheet, order(language));
    setError(reply.ok ? undefined : reply.error);
    if (reply.ok) setDone(t`Saved as ${reply.value.file}. Anyone who finds the file can read it.`);
  }

  return (
    <section aria-label={title}>
      <h2 className="nhsuk-heading-m">{title}</h2>
      <Problem error={error} />
      <div className="sheet-actions">
        <Select
          label={t`Language of this sheet`}
          value={language}
          onChange={(event) => setLanguage(LanguageTag.parse(event.currentTarget.value))}
        >
          {pack.manifest.languages.map(({ tag, englishName }) => (
            <Select.Option key={tag} value={tag}>
              {englishName}
            </Select.Option>
          ))}
        </Select>
        <Button type="button" small disabled={sheet === undefined} onClick={() => void print()}>
          <Trans>Print</Trans>
        </Button>
        {facility.saving.kind === 'folder' && (
          <Button
            type="button"
            small
            secondary
            disabled={sheet === undefined}
            onClick={() => void save()}
          >
            <Trans>Save as a file</Trans>
          </Button>
        )}
        <output>{done}</output>
      </div>
      {sheet && (
        <div className="preview">
          <SheetView sheet={sheet} />
        </div>
      )}
    </section>
  );
}
