import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Select, Textarea } from 'nhsuk-react-components';
import { useState } from 'react';
import { type LanguageTag, staffLanguage } from '#core/domain/language.ts';
import { mostPointedAt, mostWritten, type Written } from '#core/domain/talk.ts';
import { type Pack, phrasesOf, phraseText } from '#core/pack/pack.ts';
import type { PhraseId } from '#core/pack/phrase.ts';
import { Page } from '../../parts/page.tsx';
import { PhrasePanel } from '../../parts/phrase-panel.tsx';

/** What is on the slate until somebody decides about it. In the memory of the page alone. */
export type Slate = Pick<Written, 'pointedAt' | 'words'>;
export const cleanSlate: Slate = { pointedAt: [], words: '' };

const first: readonly PhraseId[] = ['point.yes', 'point.no', 'point.stop'];

/** The screen turned to the person, who points or writes instead of speaking (R63). */
export function PointAndWrite({
  pack,
  language,
  slate,
  onSlate,
  onKeep,
  onBack,
}: {
  readonly pack: Pack;
  readonly language: LanguageTag;
  readonly slate: Slate;
  readonly onSlate: (slate: Slate) => void;
  readonly onKeep: () => void;
  readonly onBack: () => void;
}) {
  const { t } = useLingui();
  const [question, setQuestion] = useState<PhraseId>('');
  const about = pack.manifest.languages.find(({ tag }) => tag === language);
  const isClean = slate.pointedAt.length === 0 && slate.words.trim() === '';
  // Keeping it wipes it here: nothing comes on it that could not be kept.
  const point = (id: PhraseId) => {
    if (slate.pointedAt.length < mostPointedAt)
      onSlate({ ...slate, pointedAt: [...slate.pointedAt, id] });
  };
  const isLast = (id: PhraseId) => slate.pointedAt.at(-1) === id;
  return (
    <Page
      heading={t`Point and write`}
      actions={
        isClean ? (
          <Button type="button" className="page__actions-end page__next" onClick={onBack}>
            <Trans>Back</Trans>
          </Button>
        ) : (
          <>
            <Button
              secondary
              type="button"
              onClick={() => {
                onSlate(cleanSlate);
                onBack();
              }}
            >
              <Trans>Wipe it</Trans>
            </Button>
            <Button secondary type="button" className="page__actions-end" onClick={onKeep}>
              <Trans>Keep it</Trans>
            </Button>
          </>
        )
      }
    >
      <Select
        label={t`Show a question`}
        id="question"
        value={question}
        onChange={(event) => setQuestion(event.currentTarget.value)}
      >
        <Select.Option value="">{t`None`}</Select.Option>
        {phrasesOf(pack, 'ask').map((id) => (
          <Select.Option key={id} value={id}>
            {phraseText(pack, staffLanguage, id)}
          </Select.Option>
        ))}
      </Select>
      {/* Where the clinician looks, and only what was pointed at. */}
      <output className="slate">
        {slate.pointedAt.length === 0
          ? t`Turn the screen to the person.`
          : slate.pointedAt.map((id) => phraseText(pack, staffLanguage, id)).join(' · ')}
      </output>
      {question !== '' && (
        <p className="slate__question" lang={language} dir={about?.direction}>
          {phraseText(pack, language, question)}
        </p>
      )}
      <PhrasePanel
        {...{ pack, language }}
        phrases={first}
        isChosen={isLast}
        onChoose={point}
        isLarge
      />
      <div lang={language} dir={about?.direction}>
        <Textarea
          label={phraseText(pack, language, 'point.write')}
          id="slate-words"
          rows={2}
          maxLength={mostWritten}
          value={slate.words}
          onChange={(event) => onSlate({ ...slate, words: event.currentTarget.value })}
        />
      </div>
      <PhrasePanel
        {...{ pack, language }}
        phrases={phrasesOf(pack, 'point').filter((id) => !first.includes(id))}
        isChosen={isLast}
        onChoose={point}
      />
    </Page>
  );
}
