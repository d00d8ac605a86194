import { join } from 'node:path';
import { allExplained } from '../../build/bench/consent-request.ts';
import { loadPack } from '../../electron/packs/load-pack.ts';
import { assert } from '#core/base/assert.ts';
import type { Clock, Instant } from '#core/base/capabilities.ts';
import { addDays } from '#core/domain/calendar-date.ts';
import { ConsentEntry, type Explanation } from '#core/domain/consent.ts';
import { thePerson } from '#core/domain/decider.ts';
import { ContactId } from '#core/domain/contact.ts';
import { LanguageTag } from '#core/domain/language.ts';
import { StaffId } from '#core/domain/staff.ts';
import type { Pack } from '#core/pack/pack.ts';
import { linesOf, type Sheet, textOfLine } from '#core/sheet/sheet.ts';

// What the tests of the pure core share: the real content, and made-up words and decisions.
// Visits and decisions at random are in at-random.ts.

export const contentFolder = join(import.meta.dirname, '..', '..', 'content', 'base');

/** The moment at which all these tests happen. */
export const now: Instant = '2026-11-23T10:00:00.000Z';
/** The moment at which they read the pack: after every date in it, also the next ones. */
export const clock: Clock = { now: () => '2029-12-31T10:00:00.000Z' };

/** The pack that ships, read as the application reads it. */
export function basePack(): Pack {
  const loaded = loadPack(contentFolder, clock);
  assert(loaded.ok, `content/base is in order: ${JSON.stringify(loaded)}`);
  return loaded.value;
}

/** @throws when there is none: the test has then looked in the wrong place */
export function found<Thing>(thing: Thing | undefined): Thing {
  assert(thing !== undefined, 'what the test looks for is there');
  return thing;
}

export const english = LanguageTag.parse('en');
export const helper = ContactId.parse('contact.fi-nollalinja');
export const otherHelper = ContactId.parse('contact.gb-helpline');
const lead = StaffId.parse('01994f8e-0000-7000-8000-000000000001');

export const sampleExplanation: Explanation = { ...allExplained, givenAt: now };

/** A yes about the alias for `helper`, given just now and lasting thirty days, but for what is named. */
export function consentEntry(facts: Partial<ConsentEntry> = {}): ConsentEntry {
  return {
    id: '01994f8e-0000-7000-8000-000000000002',
    recipient: helper,
    item: 'alias',
    decision: 'yes',
    language: english,
    purpose: 'referral',
    decidedBy: thePerson,
    explanation: sampleExplanation,
    given: { how: 'spoken', witness: '' },
    from: now,
    until: addDays(now, 30),
    recordedAt: now,
    recordedBy: lead,
    ...facts,
  };
}

/** Every text that `someDraft` types, by where it stands: words no phrase contains. */
export const typedWords = {
  alias: 'Zqalias',
  ownView: 'zqwords',
  otherSign: 'zqother',
  safeContact: 'zqcontact',
  notWhen: 'zqnotwhen',
  notSay: 'zqnotsay',
} as const;

/** The same for what stays with the place: it is no item, and can be on no sheet for others. */
export const keptWords = {
  reason: 'zqreason',
  plan: 'zqplan',
  done: 'zqdone',
  agreed: 'zqagreed',
  codeWord: 'zqcode',
  others: 'zqothers',
  said: 'zqsaid',
  seen: 'zqseen',
  written: 'zqwritten',
} as const;

/** Every run of a sheet, in the order in which they are read. */
export function runsOf(sheet: Sheet) {
  return sheet.blocks.flatMap(linesOf).flat();
}

/** Every line of a sheet as a reader hears it. */
export function textsOf(sheet: Sheet): readonly string[] {
  return sheet.blocks.flatMap(linesOf).map(textOfLine);
}
