import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { Accumulation } from '#core/domain/accumulation.ts';
import type { CasePage, VisitSummary } from '#core/domain/case-page.ts';
import type { EncounterId } from '#core/domain/encounter.ts';
import type { Facility } from '#core/domain/facility.ts';
import { subjectsAsked } from '#core/journey/asked-before.ts';
import type { Pack } from '#core/pack/pack.ts';
import { riskHistory } from '#core/screening/risk-history.ts';
import { askedWords, companyWords, interpreterWords } from '../text/case-words.ts';
import { levelWords, ratingWords } from '../text/risk-words.ts';

/** What to know before the next visit, to be read in half a minute: the latest first, and no story. */
export function Briefing({
  page,
  pack,
  facility,
  visitId,
}: {
  readonly page: CasePage;
  readonly pack: Pack;
  readonly facility: Facility;
  /** The visit that is being prepared: it says nothing of what was before. */
  readonly visitId?: EncounterId;
}) {
  const { t } = useLingui();
  const visits = page.visits.filter(({ id }) => id !== visitId);
  const nameOf = (id: string | null) =>
    page.members.find((member) => member.id === id)?.displayName;
  const place = pack.jurisdictions.find(({ id }) => id === facility.jurisdiction);
  return (
    <dl className="briefing">
      {visits.length === 0 ? (
        <Item label={t`Known so far`}>
          <Trans>Nothing: this is the first visit.</Trans>
        </Item>
      ) : (
        <Known {...{ page, pack, visits, nameOf }} />
      )}
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

/** What earlier visits say. */
function Known({
  page,
  pack,
  visits,
  nameOf,
}: {
  readonly page: CasePage;
  readonly pack: Pack;
  readonly visits: readonly VisitSummary[];
  readonly nameOf: (id: string | null) => string | undefined;
}) {
  const { t } = useLingui();
  const [last] = visits;
  if (last === undefined) return null;
  const danger = riskHistory(pack.riskRules, visits).at(-1);
  const textOf = (id: string) => pack.indicators.find((sign) => sign.id === id)?.text ?? id;
  const companions = visits.filter(({ company }) => company.came !== 'not-noted');
  return (
    <>
      <Item label={t`Danger, last time`}>
        {danger === undefined ? t`not assessed` : t`level: ${levelWords(danger.level)}`} ·{' '}
        {t`the person: ${ratingWords(last.ownRating)}`}
      </Item>
      <Item label={t`Their colleague`}>
        {page.namedColleague === null
          ? t`nobody named yet`
          : (nameOf(page.namedColleague) ?? t`no longer here`)}
      </Item>
      <Item label={t`Asked before`}>
        <Plural value={visits.length} one="# visit so far." other="# visits so far." />
        <ul>
          {subjectsAsked(visits).map(({ asked, times, last: at }) => (
            <li key={asked}>
              {askedWords(asked)} · {times}× · {at.startedAt.slice(0, 10)} · {nameOf(at.by) ?? '?'}
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
      <Item label={t`Who came along`}>
        {companions.length === 0 ? (
          t`not noted`
        ) : (
          <ul>
            {companions.slice(0, fewCompanions).map(({ id, startedAt, company }) => (
              <li key={id}>
                {startedAt.slice(0, 10)}: {companyWords(company)}
              </li>
            ))}
          </ul>
        )}
      </Item>
      <Item label={t`Language`}>
        <LanguageLine visit={last} pack={pack} />
      </Item>
      <Item label={t`Second colleague, last time`}>
        {last.inTheRoom.colleague.kind === 'present'
          ? t`was there`
          : t`was not there, or not noted`}
      </Item>
    </>
  );
}

/** Half a minute to read: the days of all of them stand under what shows only across visits. */
const fewCompanions = 3;

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
