import { Trans } from '@lingui/react/macro';
import { Button } from 'nhsuk-react-components';
import { type ReactNode, useState } from 'react';
import type { EncounterId } from '#core/domain/encounter.ts';
import { forgetPrint, listPrintJobs, reportDestroyed } from '#core/ipc/printing-channels.ts';
import type { SheetKind } from '#core/sheet/sheet.ts';
import { call } from '../client.ts';

/** The paper lies in a tray now. If it was not wanted it is destroyed, and that is written down. */
export function AfterPrinting({
  encounterId,
  sheet,
}: {
  readonly encounterId: EncounterId | null;
  readonly sheet: SheetKind;
}) {
  const [at, setAt] = useState<'printed' | 'mistake' | 'destroyed'>('printed');

  /** What of it is still on its way is stopped, and what waits is thrown away. */
  async function stop(): Promise<void> {
    setAt('mistake');
    const reply = await call(listPrintJobs, { encounterId });
    const mine = reply.ok ? reply.value.filter((job) => job.sheet === sheet) : [];
    for (const { id } of mine) await call(forgetPrint, { id });
  }

  async function destroyed(): Promise<void> {
    const reply = await call(reportDestroyed, { encounterId, sheet });
    if (reply.ok) setAt('destroyed');
  }

  const toShred = whatToShred(sheet);
  switch (at) {
    case 'printed':
      return (
        <div className="sheet-actions">
          <output>{toShred ?? <Trans>Sent to the printer. Take it from the tray.</Trans>}</output>
          {sheet === 'memorise' && (
            <Button type="button" small onClick={() => void destroyed()}>
              <Trans>It is shredded</Trans>
            </Button>
          )}
          <Button type="button" small secondary onClick={() => void stop()}>
            <Trans>Printed by mistake</Trans>
          </Button>
        </div>
      );
    case 'mistake':
      return (
        <div className="sheet-actions">
          <p>
            <Trans>Take it from the tray and shred it. Nothing more is printed.</Trans>
          </p>
          <Button type="button" small onClick={() => void destroyed()}>
            <Trans>It is shredded</Trans>
          </Button>
        </div>
      );
    default:
      return (
        <output>
          <Trans>Written down: shredded.</Trans>
        </output>
      );
  }
}

/** What of a sheet is too much as soon as the person has what they need. */
function whatToShred(sheet: SheetKind): ReactNode {
  switch (sheet) {
    case 'memorise':
      return (
        <Trans>
          Sent to the printer. Take it from the tray, and shred it when the person knows the number.
        </Trans>
      );
    case 'card':
      return (
        <Trans>
          Sent to the printer. Take it from the tray, and shred the cards that the person does not
          take.
        </Trans>
      );
    default:
      return undefined;
  }
}
