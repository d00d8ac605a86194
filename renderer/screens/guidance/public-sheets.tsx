import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Select } from 'nhsuk-react-components';
import { useEffect, useState } from 'react';
import { JurisdictionId } from '#core/domain/facility.ts';
import { LanguageTag } from '#core/domain/language.ts';
import {
  previewPublicSheet,
  printPublicSheet,
  PublicSheetOrder,
} from '#core/ipc/sheet-channels.ts';
import type { Pack } from '#core/pack/pack.ts';
import { plainFormat } from '#core/sheet/paper.ts';
import type { Sheet } from '#core/sheet/sheet.ts';
import { call } from '../../client.ts';
import { PaperFormat } from '../../parts/paper-format.tsx';
import { Problem } from '../../parts/problem.tsx';
import { SheetPreview } from '../../printing/sheet-preview.tsx';
import type { Explicable } from '../../text/explain.ts';

/** Sheets for walls and tables: for everybody, with no case behind them. */
export function GuidancePublicSheets({ pack }: { readonly pack: Pack }) {
  const { t } = useLingui();
  const places = pack.jurisdictions;
  const [order, setOrder] = useState<PublicSheetOrder>({
    kind: 'poster',
    language: LanguageTag.parse('en'),
    place: places[0]?.id ?? JurisdictionId.parse('generic'),
    format: { ...plainFormat, isLarge: true },
  });
  const [sheet, setSheet] = useState<Sheet>();
  const [error, setError] = useState<Explicable>();
  const [done, setDone] = useState('');
  const change = (part: Partial<PublicSheetOrder>) => {
    setDone('');
    setOrder({ ...order, ...part });
  };

  useEffect(() => {
    let isCurrent = true;
    void call(previewPublicSheet, order).then((reply) => {
      if (!isCurrent) return;
      setSheet(reply.ok ? reply.value : undefined);
      setError(reply.ok ? undefined : reply.error);
    });
    return () => {
      isCurrent = false;
    };
  }, [order]);

  async function print(): Promise<void> {
    const reply = await call(printPublicSheet, order);
    setError(reply.ok ? undefined : reply.error);
    if (reply.ok) setDone(t`Sent to the printer. Take it from the tray.`);
  }

  return (
    <>
      <Problem error={error} />
      <div className="sheet-actions">
        <Select
          label={t`Sheet`}
          id="public-kind"
          value={order.kind}
          onChange={(event) =>
            change({ kind: PublicSheetOrder.shape.kind.parse(event.currentTarget.value) })
          }
        >
          <Select.Option value="poster">{t`For the wall of the waiting room`}</Select.Option>
          <Select.Option value="leaflet">{t`About everybody's rights, to take along`}</Select.Option>
          <Select.Option value="phrase-panel">{t`Phrases to point at`}</Select.Option>
        </Select>
        <Select
          label={t`Language of this sheet`}
          id="public-language"
          value={order.language}
          onChange={(event) => change({ language: LanguageTag.parse(event.currentTarget.value) })}
        >
          {pack.manifest.languages.map(({ tag, englishName }) => (
            <Select.Option key={tag} value={tag}>
              {englishName}
            </Select.Option>
          ))}
        </Select>
        {order.kind === 'leaflet' && (
          <Select
            label={t`Helplines of`}
            id="public-place"
            value={order.place}
            onChange={(event) => change({ place: JurisdictionId.parse(event.currentTarget.value) })}
          >
            {places.map(({ id, name }) => (
              <Select.Option key={id} value={id}>
                {name}
              </Select.Option>
            ))}
          </Select>
        )}
        <PaperFormat format={order.format} onChange={(format) => change({ format })} />
        <Button type="button" small disabled={sheet === undefined} onClick={() => void print()}>
          <Trans>Print</Trans>
        </Button>
        <output>{done}</output>
      </div>
      {sheet && <SheetPreview sheet={sheet} format={order.format} />}
    </>
  );
}
