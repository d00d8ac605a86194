import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Select } from 'nhsuk-react-components';
import { type ReactNode, useEffect, useState } from 'react';
import type { Facility } from '#core/domain/facility.ts';
import { LanguageTag, staffLanguage } from '#core/domain/language.ts';
import { isDraftLanguage, offeredLanguages } from '#core/pack/offered-languages.ts';
import { previewSheet, printSheet, saveSheet } from '#core/ipc/sheet-channels.ts';
import type { SheetOrder } from '#core/ipc/sheet-order.ts';
import type { Pack } from '#core/pack/pack.ts';
import { type Format, plainFormat } from '#core/sheet/paper.ts';
import type { Sheet } from '#core/sheet/sheet.ts';
import { call } from '../client.ts';
import { onConsent } from '../hooks/on-consent.ts';
import { PaperFormat } from '../parts/paper-format.tsx';
import { Problem } from '../parts/problem.tsx';
import type { Explicable } from '../text/explain.ts';
import { AfterPrinting } from './after-printing.tsx';
import { SheetPreview } from './sheet-preview.tsx';
import { StaffReading } from './staff-reading.tsx';

/** One sheet: its language, what it will look like, and the ways to get it. */
export function SheetCard({
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
  const offered = offeredLanguages(pack, facility.enabledDrafts);
  const [language, setLanguage] = useState(() =>
    offered.some(({ tag }) => tag === firstLanguage) ? firstLanguage : staffLanguage,
  );
  const [format, setFormat] = useState(plainFormat);
  const [sheet, setSheet] = useState<Sheet>();
  const [error, setError] = useState<Explicable>();
  const [done, setDone] = useState('');
  const [printed, setPrinted] = useState<Sheet['kind']>();
  const [isPrinting, setIsPrinting] = useState(false);
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
    const stop = onConsent(
      () => setSheet(undefined),
      () => void show(),
    );
    return () => {
      isCurrent = false;
      stop();
    };
  }, [wanted]);

  async function print(): Promise<void> {
    setDone('');
    setPrinted(undefined);
    setIsPrinting(true);
    const reply = await call(printSheet, order(language, format));
    setIsPrinting(false);
    setError(reply.ok ? undefined : reply.error);
    if (reply.ok) setPrinted(sheet?.kind);
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
          {offered.map(({ tag, englishName }) => (
            <Select.Option key={tag} value={tag}>
              {englishName}
            </Select.Option>
          ))}
        </Select>
        <PaperFormat format={format} onChange={setFormat} />
        <Button
          type="button"
          small
          data-prints
          disabled={sheet === undefined || isPrinting}
          onClick={() => void print()}
        >
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
      {printed !== undefined && (
        <AfterPrinting encounterId={encounterIdOf(order(language, format))} sheet={printed} />
      )}
      {sheet && isDraftLanguage(pack, language) && (
        <p className="draft-note">
          {sheet.audience === 'staff' ? (
            <Trans>Draft: nobody who speaks this language has read it.</Trans>
          ) : (
            <Trans>
              Draft: nobody who speaks this language has read it. The paper does not say so.
            </Trans>
          )}
        </p>
      )}
      {sheet && <SheetPreview sheet={sheet} format={format} />}
      {sheet && language !== staffLanguage && (
        <StaffReading own={sheet} order={order(staffLanguage, plainFormat)} />
      )}
    </section>
  );
}

function encounterIdOf(order: SheetOrder) {
  return 'encounterId' in order ? order.encounterId : null;
}
