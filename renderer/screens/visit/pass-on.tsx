import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from 'nhsuk-react-components';
import { useState } from 'react';
import type { EncounterId } from '#core/domain/encounter.ts';
import { actsAlone, type GroundListing, mayAct } from '#core/domain/ground.ts';
import { staffLanguage } from '#core/domain/language.ts';
import { passOn } from '#core/ipc/ground-channels.ts';
import { type Contact, dialled } from '#core/pack/contact-seed.ts';
import { plainFormat } from '#core/sheet/paper.ts';
import type { Sheet } from '#core/sheet/sheet.ts';
import { call } from '../../client.ts';
import { CallAnyway } from '../../parts/call-anyway.tsx';
import { Page } from '../../parts/page.tsx';
import { Problem } from '../../parts/problem.tsx';
import { PrintableSheet } from '../../printing/printable-sheet.tsx';
import type { Explicable } from '../../text/explain.ts';

/** What may be said on the telephone, and the same on paper. From the moment it is shown it counts as passed on. */
export function PassOn({
  encounterId,
  ground: { id: groundId, kind, madeBy, signedBy },
  helper,
  onDone,
}: {
  readonly encounterId: EncounterId;
  readonly ground: Pick<GroundListing, 'id' | 'kind' | 'madeBy' | 'signedBy'>;
  /** Whose number stands there to be dialled, if it is known who is told. */
  readonly helper: Contact | undefined;
  readonly onDone: () => void;
}) {
  const { t } = useLingui();
  const [sheet, setSheet] = useState<Sheet>();
  const [error, setError] = useState<Explicable>();

  async function show(): Promise<void> {
    const reply = await call(passOn, { encounterId, groundId });
    setError(reply.ok ? undefined : reply.error);
    if (reply.ok) setSheet(reply.value);
  }

  const back = (
    <Button type="button" className="page__actions-end" onClick={onDone}>
      <Trans>Back to the visit</Trans>
    </Button>
  );
  if (!mayAct({ kind, madeBy, signedBy })) {
    return (
      <Page heading={t`Recorded. A colleague signs first.`} actions={back}>
        <p>
          <Trans>
            Nothing is passed on yet. A colleague signs in here, opens “What is waiting”, reads it
            and signs. Then it goes on from here.
          </Trans>
        </p>
        <p>
          <Trans>If a life is in danger, begin again and choose that: you then act at once.</Trans>
        </p>
      </Page>
    );
  }

  const order = { kind: 'ground', encounterId, groundId, language: staffLanguage } as const;
  return (
    <Page heading={t`Recorded. Now tell them.`} actions={back}>
      <Problem error={error} />
      {error !== undefined && actsAlone(kind) && <CallAnyway />}
      {helper !== undefined && (
        <p>
          {helper.name}{' '}
          <strong className="numbers__large">
            <bdi dir="ltr">{dialled(helper)}</bdi>
          </strong>
        </p>
      )}
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
        <PrintableSheet sheet={sheet} order={{ ...order, format: plainFormat }} />
      )}
    </Page>
  );
}
