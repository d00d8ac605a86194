import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Select } from 'nhsuk-react-components';
import { useState } from 'react';
import { printTestPage } from '#core/ipc/printing-channels.ts';
import { call } from '../client.ts';
import { usePrinters } from '../hooks/use-printing.ts';
import { Problem } from '../parts/problem.tsx';
import type { Explicable } from '../text/explain.ts';

/** Which printer this member uses here, and, once, what the queue of the machine may keep. */
export function PrinterChoice() {
  const { t } = useLingui();
  const { found, choose, noteTold } = usePrinters();
  const [error, setError] = useState<Explicable>();
  const [done, setDone] = useState('');
  if (found === undefined) return null;
  const { printers, chosen, wasTold } = found;
  const isChosenGone = chosen !== null && !printers.some(({ name }) => name === chosen);

  async function test(): Promise<void> {
    setDone('');
    const reply = await call(printTestPage, null);
    setError(reply.ok ? undefined : reply.error);
    if (reply.ok) setDone(t`A page of letters was sent to the printer.`);
  }

  return (
    <section aria-label={t`Printer`}>
      <h2 className="nhsuk-heading-m">
        <Trans>Printer</Trans>
      </h2>
      <Problem error={error} />
      {!wasTold && (
        <div className="nhsuk-inset-text">
          <p>
            <Trans>
              This program keeps no file of a sheet. The print queue of this computer notes when
              something was printed, and may keep a copy for a while. The printer may have a memory
              of its own.
            </Trans>
          </p>
          <p>
            <Trans>
              Whoever looks after this computer can stop that: in cupsd.conf, “PreserveJobFiles No”
              and “PreserveJobHistory No”.
            </Trans>
          </p>
          <Button type="button" small secondary onClick={() => void noteTold()}>
            <Trans>I have read this</Trans>
          </Button>
        </div>
      )}
      <div className="sheet-actions">
        <Select
          label={t`Print on`}
          id="printer"
          value={chosen ?? ''}
          onChange={(event) => void choose(event.currentTarget.value || null)}
        >
          <Select.Option value="">{t`The usual printer of this computer`}</Select.Option>
          {printers.map(({ name }) => (
            <Select.Option key={name} value={name}>
              {name}
            </Select.Option>
          ))}
          {isChosenGone && <Select.Option value={chosen}>{t`${chosen} (not there)`}</Select.Option>}
        </Select>
        <Button type="button" small secondary onClick={() => void test()}>
          <Trans>Print a test page</Trans>
        </Button>
        <output>{done}</output>
      </div>
    </section>
  );
}
