import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from 'nhsuk-react-components';
import { useState } from 'react';
import { printSheet } from '#core/ipc/sheet-channels.ts';
import type { SheetOrder } from '#core/ipc/sheet-order.ts';
import { plainFormat } from '#core/sheet/paper.ts';
import type { Sheet } from '#core/sheet/sheet.ts';
import { call } from '../client.ts';
import { Problem } from '../parts/problem.tsx';
import type { Explicable } from '../text/explain.ts';
import { SheetPreview } from './sheet-preview.tsx';

/** A sheet in the one language it has, as it will look, and the button that prints it. */
export function PrintableSheet({
  sheet,
  order,
}: {
  readonly sheet: Sheet;
  readonly order: SheetOrder;
}) {
  const { t } = useLingui();
  const [error, setError] = useState<Explicable>();
  const [done, setDone] = useState('');

  async function print(): Promise<void> {
    setDone('');
    const reply = await call(printSheet, order);
    setError(reply.ok ? undefined : reply.error);
    if (reply.ok) setDone(t`Sent to the printer. Take it from the tray.`);
  }

  return (
    <>
      <Problem error={error} />
      <div className="sheet-actions">
        <Button type="button" small secondary onClick={() => void print()}>
          <Trans>Print</Trans>
        </Button>
        <output>{done}</output>
      </div>
      <SheetPreview sheet={sheet} format={plainFormat} />
    </>
  );
}
