import { LanguageTag } from '#core/domain/language.ts';
import { printActivity, printAnchor } from '#core/ipc/audit-channels.ts';
import { printTestPage } from '#core/ipc/printing-channels.ts';
import { printRecovery } from '#core/ipc/recovery-channels.ts';
import { composeActivityReport, composeAnchorSlip } from '#core/sheet/activity-report.ts';
import { CalendarDate } from '#core/domain/calendar-date.ts';
import type { Format } from '#core/sheet/paper.ts';
import { composeTestPage } from '#core/sheet/public-sheets.ts';
import { composeRecoverySheet } from '#core/sheet/recovery-sheet.ts';
import type { Sheet } from '#core/sheet/sheet.ts';
import type { Ask } from '../support/ask.ts';
import { basePack, clock } from '../support/core.ts';
import { facility } from '../support/people.ts';

/** The made-up visits that sheets are about; `alone` is the desk without a visit, for staff only. */
export type About = 'referred' | 'declined' | 'stopped' | 'alone' | 'nobody';

/** What the visits left behind that an order has to name. */
export type Known = {
  readonly encounters: Readonly<Record<'referred' | 'declined' | 'stopped', string>>;
  readonly groundId: string;
  readonly missingGroundId: string;
  readonly referralId: string;
};

/**
 * One kind of sheet as it is asked for. `saved` is an order whose preview is read and which is
 * then saved;
 * `public` goes to the printer without a case; `asked` is a call that prints by itself.
 */
export type Ware = {
  readonly name: string;
  /** Whether it exists in every language of the pack, or in that of the staff. */
  readonly isInAllLanguages: boolean;
  readonly about: About;
  /** The most pages it may have on A4 in the usual size. */
  readonly pages: number;
  /** Whether it can be had on other paper and in large print too; a test page and a recovery sheet cannot. */
  readonly isOnEveryPaper: boolean;
  readonly how:
    | { readonly kind: 'saved'; readonly order: (known: Known) => object }
    | { readonly kind: 'public'; readonly order: object }
    | {
        readonly kind: 'asked';
        /** Resolves with the sheet that must come out of the printer. */
        readonly call: (ask: Ask, format: Format) => Promise<Sheet>;
        /** Words that stand on it and are in no block of it. */
        readonly mustSay: readonly string[];
      };
};

const helper = 'contact.fi-nollalinja';
const appointment = { on: '2031-05-14', at: '09:30', reason: 'eye-test' };
const card = { form: 'card', codeWord: 'ladybird' };

const forPerson = (name: string, wanted: object): Ware => ({
  name,
  isInAllLanguages: true,
  about: 'referred',
  pages: 1,
  isOnEveryPaper: true,
  how: {
    kind: 'saved',
    order: ({ encounters }) => ({
      kind: 'person',
      encounterId: encounters.referred,
      helper,
      wanted,
    }),
  },
});

const forEverybody = (kind: string, pages = 1): Ware => ({
  name: kind,
  isInAllLanguages: true,
  about: 'nobody',
  pages,
  isOnEveryPaper: true,
  how: { kind: 'public', order: { kind, place: 'fi' } },
});

const ofVisit = (
  name: string,
  about: 'referred' | 'declined' | 'stopped',
  isInAllLanguages: boolean,
  order: (known: Known) => object,
  pages = 1,
): Ware => ({
  name,
  isInAllLanguages,
  about,
  pages,
  isOnEveryPaper: true,
  how: {
    kind: 'saved',
    order: (known) => ({ encounterId: known.encounters[about], ...order(known) }),
  },
});

const today = CalendarDate.parse(new Date().toLocaleDateString('sv'));

/** Every sheet there is, by a name for its file. */
export const wares: readonly Ware[] = [
  forPerson('information', { form: 'information' }),
  forPerson('full', { form: 'full' }),
  forPerson('bilingual', { form: 'bilingual' }),
  forPerson('card', card),
  forPerson('card-ten', { ...card, layout: 'ten' }),
  forPerson('card-folded', { ...card, layout: 'folded' }),
  forPerson('slip', { form: 'slip', appointment }),
  forPerson('slip-hidden', {
    form: 'slip',
    appointment,
    hiding: 'form-number-backwards',
    number: '+358 9 000 000',
  }),
  forPerson('follow-up', { form: 'follow-up', appointment, number: '+358 9 000 000' }),
  forPerson('memorise', { form: 'memorise' }),
  // With every line that there is to choose.
  ofVisit('safety-plan', 'referred', true, () => ({ kind: 'safety-plan', helper })),
  ofVisit('safety-plan-disguised', 'declined', true, () => ({ kind: 'safety-plan', helper })),
  ofVisit('referral', 'referred', true, () => ({ kind: 'referral', recipient: helper })),
  ofVisit('refusal-note', 'declined', true, () => ({ kind: 'refusal-note' })),
  forEverybody('poster'),
  forEverybody('leaflet'),
  forEverybody('phrase-panel', 2),
  ofVisit('ground', 'referred', false, ({ groundId }) => ({ kind: 'ground', groundId })),
  ofVisit('clinical-summary', 'referred', false, () => ({ kind: 'clinical-summary' })),
  ofVisit('consent-record', 'stopped', false, () => ({
    kind: 'consent-record',
    recipient: helper,
  })),
  ofVisit('stop-notice', 'stopped', false, ({ referralId }) => ({
    kind: 'stop-notice',
    referralId,
  })),
  {
    name: 'missing-person',
    isInAllLanguages: false,
    about: 'alone',
    pages: 1,
    isOnEveryPaper: true,
    how: {
      kind: 'saved',
      order: ({ missingGroundId }) => ({ kind: 'missing-person', groundId: missingGroundId }),
    },
  },
  {
    name: 'log-slip',
    isInAllLanguages: false,
    about: 'alone',
    pages: 1,
    isOnEveryPaper: true,
    how: {
      kind: 'asked',
      call: async (ask, format) =>
        composeAnchorSlip(facility.name, await ask(printAnchor, { format })),
      mustSay: [facility.name, 'Keep this slip away from the computer.'],
    },
  },
  {
    name: 'activity-report',
    isInAllLanguages: false,
    about: 'alone',
    pages: 60,
    isOnEveryPaper: true,
    how: {
      kind: 'asked',
      async call(ask, format) {
        await ask(printActivity, { day: today, isByNumber: false, format });
        return composeActivityReport(facility.name, today, [], [], undefined);
      },
      mustSay: [facility.name, today, facility.displayName],
    },
  },
  {
    name: 'test-page',
    isInAllLanguages: false,
    about: 'alone',
    pages: 1,
    isOnEveryPaper: false,
    how: {
      kind: 'asked',
      async call(ask) {
        await ask(printTestPage, null);
        return composeTestPage(basePack());
      },
      mustSay: [],
    },
  },
  {
    name: 'recovery',
    isInAllLanguages: false,
    about: 'alone',
    pages: 1,
    isOnEveryPaper: false,
    how: {
      kind: 'asked',
      async call(ask) {
        await ask(printRecovery, null);
        return composeRecoverySheet([], 3, 3, clock.now());
      },
      mustSay: ['Recovery sheet 3 of 3'],
    },
  },
];

/** One language for each way of writing. */
export const oneForEachScript: readonly string[] = [
  'en',
  'ar',
  'ur',
  'ti',
  'bn',
  'pa',
  'th',
  'zh-Hans',
  'hi',
  'ru',
  'vi',
];

/** In which languages a ware is made, of those that are wanted. */
export function languagesOf(ware: Ware, wanted: readonly string[]): readonly LanguageTag[] {
  const tags = ware.isInAllLanguages ? wanted : ['en'];
  return tags.map((tag) => LanguageTag.parse(tag));
}
