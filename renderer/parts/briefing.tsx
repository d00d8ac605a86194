import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { dayHere } from '#core/domain/calendar-date.ts';
import type { Accumulation } from '#core/domain/accumulation.ts';
import type { CaseBriefing, CasePage } from '#core/domain/case-page.ts';
import type { Facility } from '#core/domain/facility.ts';
import { knownSigns } from '#core/pack/added-sign.ts';
import type { Pack } from '#core/pack/pack.ts';
import {
  aboutWords,
  askedWords,
  colleagueWords,
  companyWords,
  interpreterWords,
} from '../text/case-words.ts';
import { levelWords, ratingWords } from '../text/risk-words.ts';

/** What to know before the next visit, to be read in half a minute: the latest first, and no story. */
export function Briefing({
  page,
  pack,
  facility,
}: {
  readonly page: CasePage;
  readonly pack: Pack;
  readonly facility: Facility;
}) {
  const { t } = useLingui();
  const place = pack.jurisdictions.find(({ id }) => id === facility.jurisdiction);
  return (
    <dl className="briefing">
      {page.briefing.last === null ? (
        <Item label={t`Known so far`}>
          <Trans>Nothing: this is the first visit.</Trans>
        </Item>
      ) : (
        <Known {...{ page, pack }} last={page.briefing.last} />
      )}
      <Item label={t`Emergency numbers`}>
        {place?.emergency.map(({ number, what }) => `${number} (${what})`).join(', ')}
      </Item>
      <Item label={t`The room`}>{pack.checklist.find(({ id }) => id === aboutTheRoom)?.text}</Item>
    </dl>
  );
}

/** The whole list to read before a visit is in the reading for staff. */
const aboutTheRoom = 'check.room';

type LastVisit = NonNullable<CaseBriefing['last']>;

/** What earlier visits say. */
function Known({
  page,
  pack,
  last,
}: {
  readonly page: CasePage;
  readonly pack: Pack;
  readonly last: LastVisit;
}) {
  const { t } = useLingui();
  const { level, visits, asked, companions, accumulated } = page.briefing;
  const nameOf = (id: string | null) =>
    page.members.find((member) => member.id === id)?.displayName;
  const textOf = (id: string) => knownSigns(pack).find((sign) => sign.id === id)?.text ?? id;
  return (
    <>
      <Item label={t`Danger, last time`}>
        {level === null ? t`not assessed` : t`level: ${levelWords(level)}`} ·{' '}
        {t`the person: ${ratingWords(last.ownRating)}`}
      </Item>
      <Item label={t`Their colleague`}>
        {page.namedColleague === null
          ? t`nobody named yet`
          : (nameOf(page.namedColleague) ?? t`no longer here`)}
      </Item>
      <Item label={t`Asked before`}>
        <Plural value={visits} one="# visit" other="# visits" />
        <ul>
          {asked.map(({ startedAt, by, subjects }) => (
            <li key={`${startedAt} ${subjects[0]?.asked}`}>
              {dayHere(startedAt)} · {nameOf(by) ?? '?'}:{' '}
              {subjects
                .map((one) => askedWords(one.asked) + (one.times > 1 ? ` ${one.times}×` : ''))
                .join(', ')}
            </li>
          ))}
        </ul>
      </Item>
      <Item label={t`Across visits`}>
        {accumulated.length === 0 ? (
          <Trans>Nothing noted.</Trans>
        ) : (
          <ul>
            {accumulated.map((found) => (
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
            {[...Map.groupBy(companions, ({ company }) => companyWords(company))].map(
              ([words, visitsAlike]) => (
                <li key={words}>
                  {visitsAlike.map(({ startedAt }) => dayHere(startedAt)).join(', ')}: {words}
                </li>
              ),
            )}
          </ul>
        )}
      </Item>
      <Item label={t`Language`}>
        <LanguageLine visit={last} pack={pack} />
      </Item>
      <Item label={t`Second colleague`}>{colleagueWords(last.inTheRoom.colleague.kind)}</Item>
    </>
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

/** The latest days with who noted them, and the earlier ones a press away; no number is said to be many. */
function Days({
  found,
  nameOf,
}: {
  readonly found: Accumulation;
  readonly nameOf: (id: string | null) => string | undefined;
}) {
  const { t } = useLingui();
  const [isOpen, setIsOpen] = useState(false);
  const days = found.marks.toReversed().map(({ on, by, how, about }) => {
    const from = how === 'noted' ? (nameOf(by) ?? '?') : t`from the dates of visits`;
    return `${on} (${[from, aboutWords(about) ?? []].flat().join(', ')})`;
  });
  const against = found.against.toReversed();
  const more = Math.max(0, days.length - fewDays) + Math.max(0, against.length - fewDays);
  const say = (some: readonly string[], others: readonly string[]) =>
    [
      ...(some.length === 0 ? [] : [some.join(', ')]),
      ...(others.length === 0 ? [] : [t`not so: ${others.join(', ')}`]),
    ].join(' · ');
  return (
    <span className="story__who">
      {say(days.slice(0, fewDays), against.slice(0, fewDays))}
      {found.notNoted > 0 && ` · ${t`not noted at ${found.notNoted}`}`}
      {more > 0 && (
        <details onToggle={(event) => setIsOpen(event.currentTarget.open)}>
          <summary>
            <Plural value={more} one="# earlier" other="# earlier" />
          </summary>
          {isOpen && say(days.slice(fewDays), against.slice(fewDays))}
        </details>
      )}
    </span>
  );
}

/** Half a minute to read: the latest says who noted it and what about, the others are told apart. */
const fewDays = 1;

function LanguageLine({ visit, pack }: { readonly visit: LastVisit; readonly pack: Pack }) {
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
