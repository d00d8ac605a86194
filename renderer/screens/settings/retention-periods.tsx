import { Trans, useLingui } from '@lingui/react/macro';
import { Button, TextInput } from 'nhsuk-react-components';
import { useState } from 'react';
import { RecordKind, RetentionDays, type RetentionRules } from '#core/domain/retention.ts';
import { changeRetention } from '#core/ipc/retention-channels.ts';
import { call } from '../../client.ts';
import { Page } from '../../parts/page.tsx';
import { Problem } from '../../parts/problem.tsx';
import type { Explicable } from '../../text/explain.ts';
import { sayRecordKind } from '../../text/retention-words.ts';

/** One period for each kind of record, in days. The law of the place decides. */
export function RetentionPeriods({
  rules,
  onClose,
}: {
  readonly rules: RetentionRules;
  readonly onClose: (said: string) => void;
}) {
  const { t } = useLingui();
  const [typed, setTyped] = useState<Readonly<Record<RecordKind, string>>>({
    'closed-case': String(rules['closed-case']),
    'open-draft': String(rules['open-draft']),
    consent: String(rules.consent),
  });
  const [isChecked, setIsChecked] = useState(false);
  const [error, setError] = useState<Explicable>();
  const daysOf = (kind: RecordKind) => RetentionDays.safeParse(Number(typed[kind]));

  async function keep(): Promise<void> {
    setIsChecked(true);
    const [closed, open, consent] = [
      daysOf('closed-case'),
      daysOf('open-draft'),
      daysOf('consent'),
    ];
    if (!closed.success || !open.success || !consent.success) return;
    const next = { 'closed-case': closed.data, 'open-draft': open.data, consent: consent.data };
    const reply = await call(changeRetention, { rules: next });
    if (reply.ok) onClose(t`The periods are kept.`);
    else setError(reply.error);
  }

  return (
    <Page
      heading={t`How many days do records stay?`}
      actions={
        <>
          <Button secondary type="button" onClick={() => onClose('')}>
            <Trans>Back</Trans>
          </Button>
          <Button type="button" className="page__actions-end" onClick={() => void keep()}>
            <Trans>Keep these periods</Trans>
          </Button>
        </>
      }
    >
      <Problem error={error} />
      <p>
        <Trans>
          From 30 days to 30 years; a year is 365. A case is due when all its periods are over. Ask
          a lawyer what the law of your country requires.
        </Trans>
      </p>
      {RecordKind.options.map((kind) => (
        <TextInput
          key={kind}
          label={sayRecordKind(kind)}
          id={`period-${kind}`}
          inputMode="numeric"
          autoComplete="off"
          width={5}
          value={typed[kind]}
          {...(isChecked && !daysOf(kind).success ? { error: t`Type 30 to 10958 days` } : {})}
          onChange={(event) =>
            setTyped({ ...typed, [kind]: event.currentTarget.value.replaceAll(/\D/g, '') })
          }
        />
      ))}
    </Page>
  );
}
