import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from 'nhsuk-react-components';
import { type ReactElement, useEffect, useState } from 'react';
import {
  printRecovery,
  proveRecovery,
  readRecovery,
  writeRecovery,
} from '#core/ipc/recovery-channels.ts';
import { call } from '../client.ts';
import { Page } from '../parts/page.tsx';
import { Problem } from '../parts/problem.tsx';
import { type TypedSheets, TypedSheetsFields } from '../parts/typed-sheets.tsx';
import { ShareWords } from '../sheet/share-block.tsx';
import type { Explicable } from '../text/explain.ts';

/** Where somebody is on the way from no sheets to sheets that are known to work. */
type Stage =
  | { readonly kind: 'making' }
  | { readonly kind: 'printed' }
  | {
      readonly kind: 'writing';
      readonly sheets: readonly (readonly string[])[];
      readonly at: number;
    }
  | { readonly kind: 'trying' }
  | { readonly kind: 'done' };

/**
 * Three sheets on paper, two of which open a forgotten password, and the drill that shows that they
 * do. The first time there is no way round it: without it, one forgotten password loses every record.
 */
export function RecoverySheetsScreen({
  onDone,
  onLater,
}: {
  readonly onDone: () => void;
  readonly onLater: (() => void) | undefined;
}) {
  const { t } = useLingui();
  const [stage, setStage] = useState<Stage>({ kind: 'making' });
  const [isMade, setIsMade] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const [error, setError] = useState<Explicable>();
  const [typed, setTyped] = useState<TypedSheets>(['', '']);

  useEffect(() => {
    void call(readRecovery, null).then((reply) =>
      setIsMade(reply.ok && reply.value.madeAt !== null),
    );
  }, []);

  function go(next: Stage): void {
    setError(undefined);
    setStage(next);
  }
  async function during(work: () => Promise<void>): Promise<void> {
    setIsBusy(true);
    setError(undefined);
    await work();
    setIsBusy(false);
  }
  const print = () =>
    during(async () => {
      const reply = await call(printRecovery, null);
      if (reply.ok) setStage({ kind: 'printed' });
      else setError(reply.error);
    });
  const write = () =>
    during(async () => {
      const reply = await call(writeRecovery, null);
      if (reply.ok) setStage({ kind: 'writing', sheets: reply.value, at: 0 });
      else setError(reply.error);
    });
  const prove = () =>
    during(async () => {
      const [first, second] = typed;
      const reply = await call(proveRecovery, { sheets: [first, second] });
      if (!reply.ok) return setError(reply.error);
      setTyped(['', '']);
      setStage({ kind: 'done' });
    });

  const forward = (label: ReactElement, act: () => void) => (
    <Button type="button" className="page__actions-end" disabled={isBusy} onClick={act}>
      {label}
    </Button>
  );
  const aside = (label: ReactElement, act: () => void) => (
    <Button secondary type="button" disabled={isBusy} onClick={act}>
      {label}
    </Button>
  );

  switch (stage.kind) {
    case 'making':
      return (
        <Page
          heading={t`Three recovery sheets`}
          actions={
            <>
              {onLater !== undefined && aside(<Trans>Later</Trans>, onLater)}
              {isMade && aside(<Trans>I have the sheets</Trans>, () => go({ kind: 'trying' }))}
              {aside(<Trans>Write them by hand</Trans>, () => void write())}
              {forward(
                isBusy ? <Trans>Working …</Trans> : <Trans>Print three sheets</Trans>,
                () => void print(),
              )}
            </>
          }
        >
          <Problem error={error} />
          <p>
            <Trans>
              If you forget your password, any two of the three paper sheets let you in again.
              Nobody else can help, and without them every record is lost.
            </Trans>
          </p>
          <p>
            {onLater === undefined ? (
              <Trans>
                So this comes before the first visit: make the sheets, then type two of them to see
                that they work. It takes about five minutes. Be alone for it.
              </Trans>
            ) : (
              <Trans>
                Make the sheets, then type two of them to see that they work. From then on the old
                ones open nothing: destroy them. Be alone for it.
              </Trans>
            )}
          </p>
        </Page>
      );
    case 'printed':
      return (
        <Page
          heading={t`Take three sheets from the printer`}
          actions={
            <>
              {aside(<Trans>Something is missing</Trans>, () => go({ kind: 'making' }))}
              {forward(<Trans>I have all three</Trans>, () => go({ kind: 'trying' }))}
            </>
          }
        >
          <p>
            <Trans>
              Check that there are three, each on its own paper. Do not leave any in the tray.
            </Trans>
          </p>
        </Page>
      );
    case 'writing': {
      const { sheets, at } = stage;
      const number = at + 1;
      const isLast = number === sheets.length;
      const next: Stage = isLast ? { kind: 'trying' } : { ...stage, at: number };
      return (
        <Page
          heading={t`Write down sheet ${number} of ${sheets.length}`}
          actions={
            <>
              {at > 0 && aside(<Trans>Back</Trans>, () => go({ ...stage, at: at - 1 }))}
              {forward(
                isLast ? <Trans>All three are written</Trans> : <Trans>Next sheet</Trans>,
                () => go(next),
              )}
            </>
          }
        >
          <p>
            <Trans>
              Take a separate piece of paper. Write down the words with their numbers, and the date.
            </Trans>
          </p>
          <ShareWords words={sheets[at] ?? []} />
        </Page>
      );
    }
    case 'trying':
      return (
        <Page
          heading={t`Try two of the sheets`}
          actions={
            <>
              {aside(<Trans>Make new ones</Trans>, () => go({ kind: 'making' }))}
              {forward(
                isBusy ? <Trans>Working …</Trans> : <Trans>Try them</Trans>,
                () => void prove(),
              )}
            </>
          }
        >
          <Problem error={error} />
          <p>
            <Trans>Type the words from the paper, to be sure that they can be read.</Trans>
          </p>
          <TypedSheetsFields sheets={typed} onChange={setTyped} />
        </Page>
      );
    case 'done':
      return (
        <Page heading={t`The sheets work`} actions={forward(<Trans>Go on</Trans>, onDone)}>
          <p>
            <Trans>
              Give them to three people, or lock them away in three places. Not in this room, and
              never two together.
            </Trans>
          </p>
          <p>
            <Trans>
              If there are sheets from before, they open nothing any more: destroy them.
            </Trans>
          </p>
        </Page>
      );
    default:
      return stage satisfies never;
  }
}
