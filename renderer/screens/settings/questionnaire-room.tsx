import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Select, Textarea, TextInput } from 'nhsuk-react-components';
import { useState } from 'react';
import { dropWording, keepWording, readWordings } from '#core/ipc/instrument-channels.ts';
import { call } from '../../client.ts';
import { useAnswer } from '../../hooks/use-answer.ts';
import { usePack } from '../../hooks/use-pack.ts';
import { InstrumentFacts } from '../../parts/instrument-facts.tsx';
import { KeepPage } from '../../parts/keep-page.tsx';
import type { Explicable } from '../../text/explain.ts';
import type { RoomProps } from './rooms.ts';

/** The questions of published questionnaires, where this place has the right to use them. */
export function QuestionnaireRoom({ onDone }: RoomProps) {
  const { t } = useLingui();
  const pack = usePack();
  const { value: wordings, again } = useAnswer(readWordings);
  const [id, setId] = useState('');
  const [licence, setLicence] = useState('');
  const [text, setText] = useState('');
  const [error, setError] = useState<Explicable>();
  if (pack === undefined || wordings === undefined) return null;
  const instrument = pack.instruments.find((each) => each.id === id);
  const questions = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

  async function keep(): Promise<void> {
    const reply = await call(keepWording, { instrument: id, licence, questions });
    setError(reply.ok ? undefined : reply.error);
    if (!reply.ok) return;
    setId('');
    setText('');
    setLicence('');
    await again();
  }

  async function drop(of: string): Promise<void> {
    const reply = await call(dropWording, { instrument: of });
    setError(reply.ok ? undefined : reply.error);
    await again();
  }

  return (
    <KeepPage
      heading={t`Questionnaires`}
      keep={t`Keep these questions`}
      canKeep={instrument !== undefined && licence.trim() !== '' && questions.length > 0}
      error={error}
      onBack={onDone}
      onKeep={() => void keep()}
    >
      <p>
        <Trans>
          The questions belong to those who wrote them. Bring them in only if this place may use
          them. They then stand beside the signs of a visit.
        </Trans>
      </p>
      <ul className="plain-list">
        {wordings.map((wording) => (
          <li key={wording.instrument}>
            <p>
              {pack.instruments.find((each) => each.id === wording.instrument)?.name},{' '}
              {wording.importedOn}: {wording.licence}
            </p>
            <Button secondary small type="button" onClick={() => void drop(wording.instrument)}>
              <Trans>Take the questions out</Trans>
            </Button>
          </li>
        ))}
      </ul>
      <Select
        label={t`Questionnaire`}
        id="instrument"
        value={id}
        onChange={(event) => setId(event.currentTarget.value)}
      >
        <Select.Option value="">{t`Choose one`}</Select.Option>
        {pack.instruments.map((each) => (
          <Select.Option key={each.id} value={each.id}>
            {each.name}
          </Select.Option>
        ))}
      </Select>
      {instrument && (
        <>
          <TextInput
            label={t`Who allowed it, and how?`}
            id="licence"
            autoComplete="off"
            value={licence}
            onChange={(event) => setLicence(event.currentTarget.value)}
          />
          <Textarea
            label={t`The questions`}
            hint={t`One on each line, in their order: ${instrument.items} of them.`}
            id="questions"
            rows={8}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <InstrumentFacts instrument={instrument} />
        </>
      )}
    </KeepPage>
  );
}
