import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from 'nhsuk-react-components';
import type { ExplainedPoint } from '#core/domain/consent.ts';
import type { LanguageTag } from '#core/domain/language.ts';
import { type ConsentTalk, markOf, type PointMark, withMark } from '#core/domain/outcome.ts';
import type { ScriptPoint } from '#core/journey/explanation.ts';
import { languageName, type Pack, phraseText } from '#core/pack/pack.ts';
import { Moment } from './moment.tsx';
import { RowOfAnswers } from './row-of-answers.tsx';

/** The script, and one confirmation that stamps all of it but the exceptions (R88). */
export function ToldFirst({
  script,
  pack,
  language,
  talk,
  onChange,
}: {
  readonly script: readonly ScriptPoint[];
  readonly pack: Pack;
  readonly language: LanguageTag;
  readonly talk: Told;
  readonly onChange: (changes: Partial<Told>) => void;
}) {
  const hasExceptions = script.some(({ point }) => markOf(talk, point) !== 'clear');
  return (
    <>
      <Points
        {...{ script, pack, language, talk }}
        onMark={(point, mark) => onChange(withMark(talk, point, mark))}
      />
      {talk.explainedAt === null ? (
        <Button type="button" onClick={() => onChange({ explainedAt: new Date().toISOString() })}>
          {hasExceptions ? (
            <Trans>All else was explained and understood</Trans>
          ) : (
            <Trans>All of this was explained and understood</Trans>
          )}
        </Button>
      ) : (
        <output className="note">
          <Trans>
            Explained in {languageName(pack, language)}, <Moment instant={talk.explainedAt} />
          </Trans>
        </output>
      )}
    </>
  );
}

type Told = Pick<ConsentTalk, 'leftOut' | 'doubts' | 'explainedAt'>;

/** The script, point by point. Only exceptions are marked: what is not marked was said and understood. */
function Points({
  script,
  pack,
  language,
  talk,
  onMark,
}: {
  readonly script: readonly ScriptPoint[];
  readonly pack: Pack;
  readonly language: LanguageTag;
  readonly talk: Told;
  readonly onMark: (point: ExplainedPoint, mark: PointMark) => void;
}) {
  const theirs = pack.manifest.languages.find(({ tag }) => tag === language);
  return (
    <ul className="script">
      {script.map(({ point, say, show, isEssential, unknown }) => {
        const mark = markOf(talk, point);
        return (
          <li key={point} className={classOf(mark)}>
            {say.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
            {unknown !== undefined && (
              <p className="script__unknown">
                {unknown.note} {unknown.ask}
              </p>
            )}
            <p lang={theirs?.tag} dir={theirs?.direction} className="script__phrase">
              {show.map((id) => phraseText(pack, language, id)).join(' ')}
            </p>
            <Mark {...{ point, mark, isEssential, onMark }} />
            {isEssential && mark === 'not-understood' && (
              <p className="tag">
                <Trans>Say it again, in other words. Without this point there is no yes.</Trans>
              </p>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function classOf(mark: PointMark): string | undefined {
  if (mark === 'clear') return undefined;
  return mark === 'not-said' ? 'script__left-out' : 'script__doubt';
}

/** Folded away: most points need no mark. */
function Mark({
  point,
  mark,
  isEssential,
  onMark,
}: {
  readonly point: ExplainedPoint;
  readonly mark: PointMark;
  readonly isEssential: boolean;
  readonly onMark: (point: ExplainedPoint, mark: PointMark) => void;
}) {
  const { t } = useLingui();
  const names: Readonly<Record<PointMark, string>> = {
    clear: t`Said and understood`,
    'not-sure': t`Not sure they understood`,
    'not-understood': t`They did not understand`,
    'not-said': t`Not said`,
  };
  const all: readonly PointMark[] = ['clear', 'not-sure', 'not-understood', 'not-said'];
  return (
    <details className="script__mark">
      <summary>{mark === 'clear' ? <Trans>Except this</Trans> : names[mark]}</summary>
      <RowOfAnswers
        id={`mark-${point}`}
        question={t`How was this point?`}
        answers={all
          .filter((value) => !(isEssential && value === 'not-said'))
          .map((value) => ({ value, label: names[value] }))}
        value={mark}
        onChoose={(value) => onMark(point, value)}
      />
    </details>
  );
}
