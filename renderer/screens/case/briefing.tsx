import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { Accumulation } from '#core/domain/accumulation.ts';
import type { CasePage, VisitSummary } from '#core/domain/case-page.ts';
import type { Facility } from '#core/domain/facility.ts';
import { askedBefore } from '#core/journey/asked-before.ts';
import type { Pack } from '#core/pack/pack.ts';
import { riskHistory } from '#core/screening/risk-history.ts';
import { askedWords, companyWords, interpreterWords } from '../../text/case-words.ts';
import { levelWords, ratingWords } from '../../text/risk-words.ts';

/** What to know before the next visit, to be read in half a minute: the latest first, and no story. */
export function Briefing({
  page,
  pack,
  facility,
  nameOf,
}: {
  readonly page: CasePage;
  readonly pack: Pack;
  readonly facility: Facility;
  readonly nameOf: (id: string | null) => string | undefined;
}) {
  const { t } = useLingui();
  const [last] = page.visits;
  if (last === undefined) return null;
  const danger = riskHistory(pack.riskRules, page.visits).at(-1);
  const place = pack.jurisdictions.find(({ id }) => id === facility.jurisdiction);
  const textOf = (id: string) => pack.indicators.find((sign) => sign.id === id)?.text ?? id;
  return (
    <dl className="briefing">
      <Item label={t`Danger, last time`}>
        {danger === undefined ? t`not assessed` : levelWords(danger.level)} ·{' '}
        {t`the person: ${ratingWords(last.ownRating)}`}
      </Item>
      <Item label={t`Asked before`}>
        {page.visits.length > 0 && (
          <Plural value={page.visits.length} one="# visit so far." other="# visits so far." />
        )}
        <ul>
          {askedBefore(page.visits).map(({ subject, times, last: at }) => (
            <li key={subject}>
              {askedWords(subject)} · {times}× · {at.startedAt.slice(0, 10)} ·{' '}
              {nameOf(at.by) ?? '?'}
            </li>
          ))}
        </ul>
      </Item>
      <Item label={t`Shows only across visits`}>
        {page.accumulated.length === 0 ? (
          <Trans>Nothing noted.</Trans>
        ) : (
          <ul>
            {page.accumulated.map((found) => (
              <li key={found.sign}>
                {textOf(found.sign)}
                <Days found={found} nameOf={nameOf} />
              </li>
            ))}
          </ul>
        )}
      </Item>
      <Item label={t`Who came along, last time`}>{companyWords(last.company)}</Item>
      <Item label={t`Language`}>
        <LanguageLine visit={last} pack={pack} />
      </Item>
      <Item label={t`Second colleague, last time`}>
        {last.inTheRoom.colleague.kind === 'present'
          ? t`was there`
          : t`was not there, or not noted`}
      </Item>
      <Item label={t`Emergency numbers`}>
        {place?.emergency.map(({ number, what }) => `${number} (${what})`).join(', ')}
      </Item>
      <Item label={t`The room`}>
        <ul>
          {pack.checklist.slice(0, 4).map(({ id, text }) => (
            <li key={id}>{text}</li>
          ))}
        </ul>
      </Item>
    </dl>
  );
}

function Item({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** The days with who noted them; no number of them is said to be many. */
function Days({
  found,
  nameOf,
}: {
  readonly found: Accumulation;
  readonly nameOf: (id: string | null) => string | undefined;
}) {
  const { t } = useLingui();
  const noted = found.marks
    .map(({ on, by, how }) =>
      how === 'noted' ? `${on} (${nameOf(by) ?? '?'})` : `${on} (${t`from the dates of visits`})`,
    )
    .join(', ');
  return (
    <span className="story__who">
      {noted}
      {found.against.length > 0 && ` · ${t`not so: ${found.against.join(', ')}`}`}
      {found.notNoted > 0 && ` · ${t`not noted at ${found.notNoted}`}`}
    </span>
  );
}

function LanguageLine({ visit, pack }: { readonly visit: VisitSummary; readonly pack: Pack }) {
  const { t } = useLingui();
  const languageName = (tag: string) =>
    pack.manifest.languages.find((language) => language.tag === tag)?.englishName ?? tag;
  const { motherTongue, language, inTheRoom } = visit;
  return (
    <>
      {languageName(language)}
      {motherTongue !== null &&
        motherTongue !== language &&
        ` · ${t`mother tongue ${languageName(motherTongue)}, not the one to use`}`}
      {' · '}
      {interpreterWords(inTheRoom.interpreter)}
    </>
  );
}
