import type { Instant } from '#core/base/capabilities.ts';
import { agreementsInForce, type ConsentEntry } from '#core/domain/consent.ts';
import { dateOf } from '#core/domain/calendar-date.ts';
import type { VisitDraft } from '#core/domain/encounter.ts';
import { knownSigns } from '#core/pack/added-sign.ts';
import { type Contact, dialled } from '#core/pack/contact-seed.ts';
import type { Pack } from '#core/pack/pack.ts';
import type { PhraseId } from '#core/pack/phrase.ts';
import { type Disclosable, minimise } from './minimise.ts';
import type { Agreed, Block, Line, Sheet } from './sheet.ts';
import { notChecked } from './small-sheets.ts';
import { typedLine, type Wording } from './wording.ts';

/** Nothing may be passed on to this recipient now: nothing was agreed, or it has run out or been taken back. */
export type ConsentMissing = { readonly kind: 'ConsentMissing' };

/**
 * The sheet for a receiving agency: exactly the items the person agreed to pass on to it,
 * as far as that is in force at this moment.
 *
 * @param entries all consent entries of the case, in the order in which they were recorded
 * @param by who sends it, by first name or by a number of their profession
 */
export function composeReferralSheet(
  wording: Wording,
  pack: Pack,
  recipient: Contact,
  draft: VisitDraft,
  entries: readonly ConsentEntry[],
  now: Instant,
  by: string,
): Sheet | ConsentMissing {
  const agreements = agreementsInForce(entries, recipient.id, now);
  const decidedAt = [...agreements.values()]
    .map((entry) => entry.from)
    .toSorted()
    .at(-1);
  const until = [...agreements.values()].map((entry) => entry.until).toSorted()[0];
  if (decidedAt === undefined || until === undefined) return { kind: 'ConsentMissing' };
  const { line } = wording;
  const number = dialled(recipient);
  const agreedFields = minimise(disclosable(wording, pack, draft), agreements).map(
    ({ item, lines }): Block => ({
      kind: 'field',
      label: line(`item.${item}`),
      lines,
      isOrdered: item === 'needs',
      ...agreedOn(agreements.get(item)),
    }),
  );
  const blocks: Block[] = [
    { kind: 'title', line: line('referral.title') },
    {
      kind: 'field',
      label: line('referral.to'),
      lines: [typedLine(recipient.name), ...(number === undefined ? [] : [numberLine(number)])],
      isOrdered: false,
    },
    // For whoever sends it: an unchecked number may be somebody else's by now.
    ...notChecked(wording, number === undefined ? undefined : recipient),
    {
      kind: 'field',
      label: line('referral.date'),
      lines: [sentLine(now, by)],
      isOrdered: false,
    },
    { kind: 'paragraph', line: line('referral.agreed', { date: dateOf(decidedAt) }) },
    ...agreedFields,
    { kind: 'paragraph', line: line('referral.not-agreed') },
    { kind: 'paragraph', line: line('referral.until', { date: dateOf(until) }) },
  ];
  if (agreements.has('observations')) {
    blocks.push({ kind: 'paragraph', line: line('referral.not-a-finding') });
  }
  const { language, direction } = wording;
  return { kind: 'referral', audience: 'agency', language, direction, blocks };
}

function numberLine(number: string): Line {
  return [{ kind: 'number', text: number }];
}

/** Each field names the yes it rests on. */
function agreedOn(entry: ConsentEntry | undefined): { readonly agreed?: Agreed } {
  if (entry === undefined) return {};
  return { agreed: { on: dateOf(entry.from), until: dateOf(entry.until) } };
}

export function dateLine(instant: Instant): Line {
  return [{ kind: 'number', text: dateOf(instant) }];
}

/** When it is sent and by whom. A first name, which may be an alias, or a number: never more (R138). */
export function sentLine(instant: Instant, by: string): Line {
  return [...dateLine(instant), { kind: 'words', text: ' · ' }, ...typedLine(by)];
}

/** Everything that could be passed on about a person, item by item. */
export function disclosable(wording: Wording, pack: Pack, draft: VisitDraft): Disclosable {
  const { line } = wording;
  const typed = (text: string) => (text.trim() === '' ? [] : [typedLine(text.trim())]);
  const asked = (question: PhraseId, text: string): Line[] =>
    typed(text).map((words) => [...line(question), { kind: 'words', text: ' ' }, ...words]);
  const labelled = (label: PhraseId, answer: PhraseId): Line => [
    ...line(label),
    { kind: 'words', text: ': ' },
    ...line(answer),
  ];
  const answer = (value: string): PhraseId =>
    value === 'not-asked' ? 'referral.not-asked' : `answer.${value}`;
  const spoken = pack.manifest.languages.find(({ tag }) => tag === draft.language);
  const needs = draft.needs.flatMap((id) => pack.needs.filter((need) => need.id === id));
  const seen = knownSigns(pack).filter(({ id }) => draft.observations[id] !== undefined);
  return {
    alias: typed(draft.alias),
    language: spoken === undefined ? [] : [typedLine(`${spoken.ownName} (${spoken.englishName})`)],
    'safe-contact': [
      ...typed(draft.safeContact.how),
      ...asked('follow.not-when', draft.safeContact.notWhen),
      ...asked('follow.not-say', draft.safeContact.notSay),
    ],
    needs: needs.map((need) => line(need.phrase)),
    danger: [
      labelled('danger.threat', answer(draft.danger.threatNow)),
      labelled('danger.tonight', answer(draft.danger.safeTonight)),
    ],
    'own-view':
      draft.ownView.rating === 'not-asked'
        ? typed(draft.ownView.words)
        : [line(`rating.${draft.ownView.rating}`), ...typed(draft.ownView.words)],
    observations: [
      ...seen.map((indicator): Line => [
        // A sign without a phrase is printed in the language of the staff.
        ...(indicator.phrase === undefined ? typedLine(indicator.text) : line(indicator.phrase)),
        { kind: 'words', text: ' (' },
        ...line(`how.${draft.observations[indicator.id] ?? 'seen'}`),
        { kind: 'words', text: ')' },
      ]),
      ...typed(draft.otherSign),
    ],
  };
}
