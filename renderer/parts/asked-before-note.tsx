import { Trans, useLingui } from '@lingui/react/macro';
import { dayHere } from '#core/domain/calendar-date.ts';
import type { AskedBefore } from '#core/domain/case-page.ts';
import type { VisitStep } from '#core/domain/encounter.ts';
import { subjectsOfStep } from '#core/journey/asked-before.ts';
import { askedWords } from '../text/case-words.ts';

/** Above a question that was asked at an earlier visit, before it is asked again (R55). */
export function AskedBeforeNote({
  step,
  before,
}: {
  readonly step: VisitStep;
  readonly before: AskedBefore | undefined;
}) {
  const { t } = useLingui();
  const here = subjectsOfStep[step] ?? [];
  const asked = before?.subjects.filter(({ subject }) => here.includes(subject)) ?? [];
  if (asked.length === 0) return null;
  return (
    <section className="asked-before" aria-label={t`Asked before`}>
      <p>
        <strong>
          <Trans>Asked before.</Trans>
        </strong>{' '}
        <Trans>Ask again only if it helps them, or if something has changed.</Trans>
      </p>
      <ul>
        {asked.map(({ subject, times, lastAt, by }) => (
          <li key={subject}>
            {askedWords(subject)}: {times}× · {dayHere(lastAt)}
            {by !== null && <> · {by}</>}
          </li>
        ))}
      </ul>
    </section>
  );
}
