import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Select } from 'nhsuk-react-components';
import { type ReactNode, useEffect, useState } from 'react';
import type { EncounterId, VisitDraft } from '#core/domain/encounter.ts';
import type { Facility } from '#core/domain/facility.ts';
import { LanguageTag } from '#core/domain/language.ts';
import { previewSheet, printSheet, saveSheet } from '#core/ipc/sheet-channels.ts';
import type { SheetOrder } from '#core/ipc/sheet-order.ts';
import { helpersOf } from '#core/pack/contact-seed.ts';
import type { Pack } from '#core/pack/pack.ts';
import { type Format, plainFormat } from '#core/sheet/paper.ts';
import type { PersonForm } from '#core/sheet/person-form.ts';
import type { Sheet } from '#core/sheet/sheet.ts';
import { call, onPageEvent } from '../client.ts';
import { Page } from '../parts/page.tsx';
import { PaperFormat } from '../parts/paper-format.tsx';
import { firstWanted, PersonFormChoice } from '../parts/person-form-choice.tsx';
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
  const recipient = outcome.kind === 'refer' ? outcome.recipient : null;
  const first = firstForm(outcome);
  const [today] = useState(() => new Date().toISOString().slice(0, 10));
  const [wanted, setWanted] = useState(() => firstWanted(first ?? 'information', today));

  return (
    <Page
      heading={first === undefined || first === 'memorise' ? t`Before you part` : t`Sheets`}
      actions={actions}
    >
      {problem}
      {first === undefined && (
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
          order={(language, format) => ({
            kind: 'referral',
            encounterId,
            language,
            recipient,
            format,
          })}
        />
      )}
      {first !== undefined && (
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
      {first !== undefined && (
        <SheetCard
          key={helperId}
          title={t`For the person`}
          pack={pack}
          facility={facility}
          firstLanguage={draft.language}
          order={(language, format) => ({
            kind: 'person',
            encounterId,
            language,
            helper: helperId,
            wanted,
            format,
          })}
        >
          <PersonFormChoice first={first} today={today} onChange={setWanted} />
        </SheetCard>
      )}
    </Page>
  );
}

/** The paper that fits what was agreed, or undefined when the person takes nothing. It can be changed. */
function firstForm(outcome: VisitDraft['outcome']): PersonForm['form'] | undefined {
  switch (outcome.kind) {
    case 'refer':
      return 'information';
    case 'cannot-refer':
      return outcome.card === 'card' ? 'card' : undefined;
    case 'declined':
      return outcome.handOver === null ? undefined : handOvers[outcome.handOver];
    default:
      return undefined;
  }
}

const handOvers = {
  nothing: undefined,
  memorise: 'memorise',
  disguised: 'slip',
  plain: 'information',
} as const;

/** One sheet: its language, what it will look like, and the ways to get it. */
function SheetCard({
  title,
  pack,
  facility,
  firstLanguage,
  order,
  children,
}: {
  readonly title: string;
  readonly pack: Pack;
  readonly facility: Facility;
  readonly firstLanguage: LanguageTag;
  readonly order: (language: LanguageTag, format: Format) => SheetOrder;
  readonly children?: ReactNode;
}) {
  const { t } = useLingui();
  const [language, setLanguage] = useState(firstLanguage);
  const [format, setFormat] = useState(plainFormat);
  const [sheet, setSheet] = useState<Sheet>();
  const [error, setError] = useState<Explicable>();
  const [done, setDone] = useState('');
  const wanted = JSON.stringify(order(language, format));

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
    const reply = await call(printSheet, order(language, format));
    setError(reply.ok ? undefined : reply.error);
    if (reply.ok) setDone(t`Sent to the printer. Take it from the tray.`);
  }

  async function save(): Promise<void> {
    setDone('');
    const reply = await call(saveSheet, order(language, format));
    setError(reply.ok ? undefined : reply.error);
    if (reply.ok) setDone(t`Saved as ${reply.value.file}. Anyone who finds the file can read it.`);
  }

  return (
    <section aria-label={title}>
      <h2 className="nhsuk-heading-m">{title}</h2>
      <Problem error={error} />
      {children}
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
        <PaperFormat format={format} onChange={setFormat} />
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
          <SheetView sheet={sheet} isLarge={format.isLarge} />
        </div>
      )}
    </section>
  );
}
