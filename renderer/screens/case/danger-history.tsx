import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button } from 'nhsuk-react-components';
import { useEffect, useState } from 'react';
import { CartesianGrid, Line, LineChart, XAxis, YAxis } from 'recharts';
import { dayHere } from '#core/domain/calendar-date.ts';
import type { VisitDanger } from '#core/domain/case-page.ts';
import type { CaseId } from '#core/domain/encounter.ts';
import { pressure, RiskLevel } from '#core/domain/risk.ts';
import { readDanger } from '#core/ipc/case-channels.ts';
import type { Pack } from '#core/pack/pack.ts';
import { type RiskMoment, riskHistory } from '#core/screening/risk-history.ts';
import { call } from '../../client.ts';
import { Moment } from '../../parts/moment.tsx';
import { Problem } from '../../parts/problem.tsx';
import type { Explicable } from '../../text/explain.ts';
import { knownWords, levelWords, ratingWords } from '../../text/risk-words.ts';

/** How pressing it was from visit to visit: a small chart, and in words what changed. */
export function DangerHistory({ caseId, pack }: { readonly caseId: CaseId; readonly pack: Pack }) {
  const [visits, setVisits] = useState<readonly VisitDanger[]>();
  const [error, setError] = useState<Explicable>();
  useEffect(() => {
    void call(readDanger, { caseId }).then((reply) =>
      reply.ok ? setVisits(reply.value) : setError(reply.error),
    );
  }, [caseId]);
  const [shown, setShown] = useState(fewMoments);
  if (visits === undefined) return <Problem error={error} />;
  const history = riskHistory(pack.riskRules, visits);
  if (history.length === 0)
    return (
      <p>
        <Trans>Nothing about danger was assessed yet. That does not mean that there is none.</Trans>
      </p>
    );
  return (
    <>
      {history.length > 1 && <Chart history={history} />}
      <ol className="story">
        {history
          .toReversed()
          .slice(0, shown)
          .map((moment) => (
            <HistoryLine key={moment.visit.id} moment={moment} />
          ))}
      </ol>
      {shown < history.length && (
        <Button secondary type="button" onClick={() => setShown(shown + fewMoments)}>
          <Trans>Earlier visits</Trans>
        </Button>
      )}
    </>
  );
}

/** As many as come up at once; the ones before them are a press away. */
const fewMoments = 30;

function Chart({ history }: { readonly history: readonly RiskMoment[] }) {
  const { t } = useLingui();
  const points = history.map(({ visit, level }) => ({
    day: dayHere(visit.startedAt),
    level: pressure(level),
  }));
  const names = RiskLevel.options.toReversed().map((level) => levelWords(level));
  return (
    <figure
      className="chart"
      aria-label={t`How pressing it was, from visit to visit. The list below says the same.`}
    >
      <div aria-hidden="true">
        <LineChart
          width={700}
          height={190}
          data={points}
          margin={{ top: 10, right: 20, bottom: 8, left: 0 }}
          accessibilityLayer={false}
        >
          <CartesianGrid vertical={false} />
          <XAxis dataKey="day" tickMargin={8} padding={{ left: 40, right: 40 }} />
          <YAxis
            domain={[0, 3]}
            ticks={[0, 1, 2, 3]}
            width={150}
            tickFormatter={(value: number) => names[value] ?? ''}
          />
          <Line dataKey="level" type="stepAfter" strokeWidth={2} isAnimationActive={false} />
        </LineChart>
      </div>
    </figure>
  );
}

function HistoryLine({ moment }: { readonly moment: RiskMoment }) {
  const { t } = useLingui();
  const { visit, byRules, level, changes, notAssessed } = moment;
  const { set } = visit.risk;
  return (
    <li>
      <h2 className="nhsuk-heading-s">
        <Moment instant={visit.startedAt} /> · {levelWords(level)}
      </h2>
      <p>
        {t`The person: ${ratingWords(visit.ownRating)}.`}
        {set !== null && (
          <>
            {' '}
            {t`By the rules: ${levelWords(byRules)}.`} {t`Set here, because:`}{' '}
            {set.reason || t`no reason given`}
          </>
        )}
      </p>
      {notAssessed > 0 && (
        <p className="story__who">
          <Plural value={notAssessed} one="# fact not assessed" other="# facts not assessed" />
        </p>
      )}
      {changes.length > 0 && (
        <ul>
          {changes.map(({ fact, from, to }) => (
            <li key={fact.id}>{`${fact.text}: ${knownWords(from)} → ${knownWords(to)}`}</li>
          ))}
        </ul>
      )}
    </li>
  );
}
