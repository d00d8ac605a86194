import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { CartesianGrid, Line, LineChart, XAxis, YAxis } from 'recharts';
import type { CasePage } from '#core/domain/case-page.ts';
import { pressure, RiskLevel } from '#core/domain/risk.ts';
import type { Pack } from '#core/pack/pack.ts';
import { type RiskMoment, riskHistory } from '#core/screening/risk-history.ts';
import { Moment } from '../../parts/moment.tsx';
import { knownWords, levelWords, ratingWords } from '../../text/risk-words.ts';

/** How pressing it was from visit to visit: a small chart, and in words what changed. */
export function DangerHistory({ page, pack }: { readonly page: CasePage; readonly pack: Pack }) {
  const history = riskHistory(pack.riskRules, page.visits);
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
        {history.toReversed().map((moment) => (
          <HistoryLine key={moment.visit.id} moment={moment} />
        ))}
      </ol>
    </>
  );
}

function Chart({ history }: { readonly history: readonly RiskMoment[] }) {
  const { t } = useLingui();
  const points = history.map(({ visit, level }) => ({
    day: visit.startedAt.slice(0, 10),
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
