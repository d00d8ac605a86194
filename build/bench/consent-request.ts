import type { z } from 'zod';
import { ConsentItem, ExplainedPoint, type Explanation } from '#core/domain/consent.ts';
import { thePerson } from '#core/domain/decider.ts';
import { staffLanguage } from '#core/domain/language.ts';
import { noMissingFacts } from '#core/domain/missing-facts.ts';
import type { recordConsent } from '#core/ipc/consent-channels.ts';
import type { keepMissingFacts } from '#core/ipc/missing-channels.ts';

// What tests and measurements ask when a person says yes: in one place, so that all of them ask for
// the same when the channel asks for more.

/** Everything was said, and said back. */
export const allExplained: Explanation = {
  givenAt: '2000-01-01T00:00:00.000Z',
  language: staffLanguage,
  how: 'read',
  interpreter: '',
  points: [...ExplainedPoint.options],
  understood: 'own-words',
  doubts: {},
  ownWords: '',
};

/** What every yes comes with. */
const said = {
  decidedBy: thePerson,
  explanation: allExplained,
  given: { how: 'pointed' },
  language: staffLanguage,
} as const;

type About = Pick<z.input<typeof recordConsent.request>, 'encounterId' | 'recipient' | 'seen'>;

/** A request in which nothing is wrong: the person says yes to these items, and no to all others. */
export function consentRequest(
  about: About,
  yesTo: readonly ConsentItem[] = ConsentItem.options,
): z.input<typeof recordConsent.request> {
  const noTo = ConsentItem.options.filter((item) => !yesTo.includes(item));
  return { ...about, ...said, yesTo: [...yesTo], noTo };
}

/** The same about facts for the day the person is reported missing. */
export function missingRequest(
  about: About,
  facts: Partial<typeof noMissingFacts> = {},
): z.input<typeof keepMissingFacts.request> {
  return { ...about, ...said, facts: { ...noMissingFacts, ...facts } };
}
