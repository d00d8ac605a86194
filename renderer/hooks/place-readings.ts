import { t } from '@lingui/core/macro';
import { type Contact, dialled } from '#core/pack/contact-seed.ts';
import type { Jurisdiction } from '#core/pack/jurisdiction.ts';
import type { Pack } from '#core/pack/pack.ts';
import { contactKindName } from '../text/contact-kinds.ts';
import { certaintyWords, confirmedWords, subjectName } from '../text/law.ts';
import type { Reading } from './guidance-search.ts';

type NameSources = (sources: Contact['sources']) => string;

/** What the law of each country says, the usual steps there, what is dialled, and the helpers of the pack. */
export function placeReadings(pack: Pack, sourcesOf: NameSources): readonly Reading[] {
  return [
    ...pack.jurisdictions.flatMap((place) => [
      ...law(place, sourcesOf),
      ...inDanger(place, sourcesOf),
      steps(place, sourcesOf),
    ]),
    ...pack.contacts
      .filter(({ origin, kind }) => origin === 'pack' && kind !== 'emergency')
      .map((contact) => helper(contact, sourcesOf)),
  ];
}

function law({ name, statements }: Jurisdiction, sourcesOf: NameSources): readonly Reading[] {
  return statements.map(
    ({ id, subject, text, certainty, checked, toConfirm, confirmed, sources }) => ({
      id,
      title: `${name}: ${subjectName(subject)}`,
      lines:
        confirmed === null
          ? [text, certaintyWords(certainty), toConfirm]
          : [text, confirmedWords(confirmed.confirmedOn, confirmed.isInOwnWords)],
      say: [],
      sources: t`${sourcesOf(sources)}, looked at on ${checked}`,
    }),
  );
}

function inDanger(place: Jurisdiction, sourcesOf: NameSources): readonly Reading[] {
  const [first] = place.emergency;
  if (first === undefined) return [];
  return [
    {
      id: `emergency.${place.id}`,
      title: t`${place.name}: emergency number ${first.number}`,
      lines: [...place.emergency.map(({ number, what }) => `${number} ${what}`), standing(place)],
      say: [],
      sources: sourcesOf(place.sources),
    },
  ];
}

function steps(place: Jurisdiction, sourcesOf: NameSources): Reading {
  return {
    id: `steps.${place.id}`,
    title: t`${place.name}: step by step`,
    lines: [...place.procedure, standing(place)],
    say: [],
    sources: sourcesOf(place.sources),
  };
}

function standing({ page }: Jurisdiction): string {
  return page === null
    ? t`Not confirmed by this place. Have a lawyer of your country confirm it.`
    : confirmedWords(page.confirmedOn, page.isInOwnWords);
}

function helper(contact: Contact, sourcesOf: NameSources): Reading {
  const { id, name, kind, hours, accepts, competence, doubt, seenOn } = contact;
  const number = dialled(contact) ?? t`No number was found`;
  return {
    id,
    title: `${name}: ${number}`,
    lines: [
      `${contactKindName(kind)} · ${hours}`,
      t`Not verified by this place: check a number before you pass it on. As its page had it on ${seenOn}.`,
      ...(doubt === undefined ? [] : [doubt]),
      t`For: ${accepts}`,
      competence,
    ],
    say: [],
    sources: sourcesOf(contact.sources),
  };
}
