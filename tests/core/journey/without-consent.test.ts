import { describe, expect, test } from 'vitest';
import { JurisdictionId } from '#core/domain/facility.ts';
import { LegalRule } from '#core/domain/law-confirmation.ts';
import { type ChosenGround, lawFor, placesOf, wayWithout } from '#core/journey/without-consent.ts';
import type { Jurisdiction, LegalStatement } from '#core/pack/jurisdiction.ts';
import { basePack, found } from '../../support/core.ts';

const pack = basePack();
const places = (id: string) => placesOf(pack.jurisdictions, JurisdictionId.parse(id));

/** The places with every statement confirmed, by whoever knows the law, with the rule it is given. */
function confirmedAs(
  here: readonly Jurisdiction[],
  ruleOf: (statement: LegalStatement) => LegalRule | undefined,
): readonly Jurisdiction[] {
  const confirmed = { confirmedBy: 'A lawyer', confirmedOn: '2026-11-23', isInOwnWords: false };
  return here.map((place) => ({
    ...place,
    statements: place.statements.map((statement) => {
      const rule = ruleOf(statement);
      return rule === undefined ? statement : { ...statement, rule, confirmed };
    }),
  }));
}

const cases = [
  'adult-without-consent',
  'minor',
  'age-in-doubt',
  'suspected-guardian',
  'life-in-danger',
  'duty-to-report',
] as const;
type Case = (typeof cases)[number];

/** The ground that a member can choose in each case. An adult who does not agree is none. */
const groundOf: Readonly<Record<Case, ChosenGround | undefined>> = {
  'adult-without-consent': undefined,
  minor: 'child',
  'age-in-doubt': 'child',
  'suspected-guardian': 'child',
  'life-in-danger': 'danger-to-life',
  'duty-to-report': 'legal-duty',
};

/** The rule of the pack, what the path does once all law of the place is confirmed so, and the works it stands on. */
type Cell = readonly [rule: LegalRule, way: 'no ground' | 'open' | 'stopped', works: string];

// Typed in by hand from the sources, so that a change of the pack or of the path is seen here.
// Read on 2026-11-26 beside section 1 of the facts each statement was written from.
const table: Readonly<Record<string, Readonly<Record<Case, Cell>>>> = {
  fi: {
    'adult-without-consent': ['forbids', 'no ground', 'IHMISKAUPPA MIGRI FI'],
    minor: ['requires', 'open', 'THL RIKU ESS'],
    'age-in-doubt': ['none-found', 'open', 'GENERAL'],
    'suspected-guardian': ['requires', 'open', 'IHMISKAUPPA'],
    'life-in-danger': ['allows', 'open', 'GENERAL'],
    'duty-to-report': ['none-found', 'stopped', 'MIELI'],
  },
  be: {
    'adult-without-consent': ['forbids', 'no ground', 'CODEBE COMPSY LESPECIALISTE'],
    minor: ['depends', 'open', 'CODEBE ORDOMEDIC COMPSY'],
    'age-in-doubt': ['none-found', 'open', 'GENERAL'],
    'suspected-guardian': ['none-found', 'open', 'GENERAL'],
    'life-in-danger': ['requires', 'open', 'CODEBE COMPSY'],
    'duty-to-report': ['allows', 'open', 'CODEBE ORDOMEDIC COMPSY'],
  },
  gb: {
    'adult-without-consent': ['forbids', 'no ground', 'WMAS NIDIRECT UNSEEN'],
    minor: ['requires', 'open', 'WMAS GOVUKHEALTH'],
    'age-in-doubt': ['requires', 'open', 'GOVUKHEALTH'],
    'suspected-guardian': ['none-found', 'open', 'GENERAL'],
    'life-in-danger': ['allows', 'open', 'GENERAL STT'],
    'duty-to-report': ['depends', 'open', 'COLLEGE LANCS'],
  },
  'gb-england-wales': {
    'adult-without-consent': ['forbids', 'no ground', 'WMAS UNSEEN'],
    minor: ['requires', 'open', 'WMAS GOVUKHEALTH'],
    'age-in-doubt': ['requires', 'open', 'GOVUKHEALTH'],
    'suspected-guardian': ['none-found', 'open', 'GENERAL'],
    'life-in-danger': ['allows', 'open', 'GENERAL'],
    'duty-to-report': ['none-found', 'stopped', 'COLLEGE LANCS'],
  },
  'gb-scotland': {
    'adult-without-consent': ['forbids', 'no ground', 'GOVSCOT GOVSCOT MYGOVSCOT'],
    minor: ['requires', 'open', 'GOVSCOT'],
    'age-in-doubt': ['requires', 'open', 'GOVUKHEALTH'],
    'suspected-guardian': ['none-found', 'open', 'GENERAL'],
    'life-in-danger': ['allows', 'open', 'GENERAL'],
    'duty-to-report': ['none-found', 'stopped', 'GENERAL'],
  },
  'gb-northern-ireland': {
    'adult-without-consent': ['forbids', 'no ground', 'NIDIRECT UNSEEN'],
    minor: ['requires', 'open', 'NIDIRECT NIACT'],
    'age-in-doubt': ['requires', 'open', 'GOVUKHEALTH'],
    'suspected-guardian': ['none-found', 'open', 'GENERAL'],
    'life-in-danger': ['allows', 'open', 'GENERAL'],
    'duty-to-report': ['depends', 'open', 'NSPCCNI'],
  },
  es: {
    'adult-without-consent': ['depends', 'no ground', 'LECRIM SEGOVIA PROTECCIONLEGAL'],
    minor: ['requires', 'open', 'LO8-2021'],
    'age-in-doubt': ['none-found', 'open', 'GENERAL'],
    'suspected-guardian': ['none-found', 'open', 'GENERAL'],
    'life-in-danger': ['allows', 'open', 'GENERAL'],
    'duty-to-report': ['requires', 'open', 'LECRIM SEGOVIA'],
  },
  generic: {
    'adult-without-consent': ['forbids', 'no ground', 'IOM FI'],
    minor: ['requires', 'open', 'IOM GENERAL'],
    'age-in-doubt': ['requires', 'open', 'GENERAL'],
    'suspected-guardian': ['forbids', 'open', 'IOM GENERAL'],
    'life-in-danger': ['depends', 'open', 'PHIT FI'],
    'duty-to-report': ['depends', 'open', 'IOM PHIT'],
  },
};

describe('the rules of each country', () => {
  test('are in the table, all of them', () => {
    expect(Object.keys(table).toSorted()).toEqual(
      pack.jurisdictions.map(({ id }) => id).toSorted(),
    );
  });

  const cells = Object.entries(table).flatMap(([id, row]) =>
    cases.map((subject) => ({ id, subject, expected: row[subject] })),
  );

  test.each(cells)('$id: $subject', ({ id, subject, expected }) => {
    // given
    const here = places(id);
    const statements = here.flatMap((place) => place.statements);
    const statement = found(statements.find((each) => each.subject === subject));
    const ground = groundOf[subject];

    // when
    const wayIn = (inForce: readonly Jurisdiction[]) => {
      if (ground === undefined) return 'no ground';
      const law = lawFor(ground, inForce).find((each) => each.id === statement.id);
      return wayWithout(ground, found(law), inForce).kind;
    };
    const all = confirmedAs(here, ({ rule }) => rule);

    // then
    const works = statement.sources.map(({ work }) => work).join(' ');
    expect([statement.rule, wayIn(all), works]).toEqual(expected);
    // What nobody has confirmed is advice and stops nobody.
    expect(wayIn(here)).toBe(ground === undefined ? 'no ground' : 'open');
  });

  test.each(pack.jurisdictions.map(({ id }) => id))(
    'in %s never stop a danger to life, whatever was confirmed',
    (id) => {
      for (const rule of LegalRule.options) {
        const here = confirmedAs(places(id), () => rule);
        for (const law of [undefined, ...lawFor('danger-to-life', here)])
          expect(wayWithout('danger-to-life', law, here).kind).toBe('open');
      }
    },
  );

  test('stop a child only by a confirmed no in the law that was chosen', () => {
    const here = confirmedAs(places('fi'), ({ subject }) =>
      subject === 'minor' ? 'forbids' : undefined,
    );
    const [chosen, other] = lawFor('child', here);
    expect(wayWithout('child', chosen, here).kind).toBe('stopped');
    expect(wayWithout('child', other, here).kind).toBe('open');
  });

  test('let confirmed secrecy outweigh a duty that is only advice, and a confirmed duty outweigh secrecy', () => {
    // given Spain, where secrecy was confirmed to hold without exception
    const only = confirmedAs(places('es'), ({ subject }) =>
      subject === 'adult-without-consent' ? 'forbids' : undefined,
    );
    const both = confirmedAs(only, ({ subject }) =>
      subject === 'duty-to-report' ? 'requires' : undefined,
    );

    // when, then
    const wayIn = (here: readonly Jurisdiction[]) =>
      wayWithout('legal-duty', lawFor('legal-duty', here)[0], here);
    expect(wayIn(only)).toMatchObject({
      kind: 'stopped',
      by: { subject: 'adult-without-consent' },
    });
    expect(wayIn(both)).toEqual({ kind: 'open', isAdvice: false });
  });
});
