import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from 'nhsuk-react-components';
import { useState } from 'react';
import type { EncounterId } from '#core/domain/encounter.ts';
import type { GroundId } from '#core/domain/ground.ts';
import { LanguageTag } from '#core/domain/language.ts';
import { passOn } from '#core/ipc/ground-channels.ts';
import { printSheet } from '#core/ipc/sheet-channels.ts';
import { plainFormat } from '#core/sheet/paper.ts';
import type { Sheet } from '#core/sheet/sheet.ts';
import { call } from '../../client.ts';
import { Page } from '../../parts/page.tsx';
import { Problem } from '../../parts/problem.tsx';
import { SheetView } from '../../sheet/sheet-view.tsx';
import type { Explicable } from '../../text/explain.ts';

const staffLanguage = LanguageTag.parse('en');

/** What may be said on the telephone, and the same on paper. From the moment it is shown it counts as passed on. */
export function PassOn({
  encounterId,
  groundId,
  onDone,
}: {
  readonly encounterId: EncounterId;
  readonly groundId: GroundId;
  readonly onDone: () => void;
}) {
  const { t } = useLingui();
  const [sheet, setSheet] = useState<Sheet>();
  const [error, setError] = useState<Explicable>();
  const [done, setDone] = useState('');

  async function show(): Promise<void> {
    const reply = await call(passOn, { encounterId, groundId });
    setError(reply.ok ? undefined : reply.error);
    if (reply.ok) setSheet(reply.value);
  }

  async function print(): Promise<void> {
    setDone('');
    const language = staffLanguage;
    const order = { kind: 'ground', encounterId, language, groundId, format: plainFormat } as const;
    const reply = await call(printSheet, order);
    setError(reply.ok ? undefined : reply.error);
    if (reply.ok) setDone(t`Sent to the printer. Take it from the tray.`);
  }

  return (
    <Page
      heading={t`Recorded. Now tell them.`}
      actions={
        <Button type="button" className="page__actions-end" onClick={onDone}>
          <Trans>Back to the visit</Trans>
        </Button>
      }
    >
      <Problem error={error} />
      {sheet === undefined ? (
        <>
          <p>
            <Trans>
              Call first. Read out what stands on the next page, and nothing else. From the moment
              it is shown it counts as passed on.
            </Trans>
          </p>
          <Button type="button" onClick={() => void show()}>
            <Trans>Show what may be said</Trans>
          </Button>
        </>
      ) : (
        <>
          <div className="sheet-actions">
            <Button type="button" small secondary onClick={() => void print()}>
              <Trans>Print</Trans>
            </Button>
            <output>{done}</output>
          </div>
          <div className="preview">
            <SheetView sheet={sheet} isLarge={false} />
          </div>
        </>
      )}
    </Page>
  );
}
