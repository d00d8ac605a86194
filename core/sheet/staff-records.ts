import { dateOf } from '#core/domain/calendar-date.ts';
import type { Instant } from '#core/base/capabilities.ts';
import {
  type ConsentEntry,
  ConsentItem,
  type Doubt,
  ExplainedPoint,
  type Explanation,
} from '#core/domain/consent.ts';
import type { Decider } from '#core/domain/decider.ts';
import type { Outcome } from '#core/domain/outcome.ts';
import { languageName, type Pack } from '#core/pack/pack.ts';
import type { Contact } from '#core/pack/contact-seed.ts';
import { dateLine } from './referral-sheet.ts';
import type { Block, Line, Sheet } from './sheet.ts';
import { apart, draftMark, withStaffLines } from './staff-lines.ts';
import { typedLine, type Wording } from './wording.ts';

// Papers that stay with staff: nobody carries them out of the house (R126, C5).

/** There is nothing that this record could be about. */
export type NothingToRecord = { readonly kind: 'NothingToRecord' };

/**
 * That the person said no, with room for a signature that may stay empty. The first lines are in
 * the person's language, so that whoever signs has read what they sign. What only staff are to read
 * beside them stands there when nobody takes a copy along.
 *
 * @param isDraft whether nobody who speaks the person's language has read its lines
 */
export function composeRefusalNote(
  person: Wording,
  staff: Wording,
  outcome: Outcome,
  now: Instant,
  isCopyWanted: boolean,
  isDraft: boolean,
): Sheet | NothingToRecord {
  if (outcome.kind !== 'declined') return { kind: 'NothingToRecord' };
  const { line, language, direction } = person;
  const said = ['refuse.fine', 'refuse.note', 'person.help-stays'];
  const ours = { ...staff, line: (id: string) => apart(staff.line(id)) };
  const typed = (id: string, text: string) =>
    text.trim() === '' ? [] : [field(ours.line(id), [typedLine(text.trim())])];
  return {
    kind: 'refusal-note',
    audience: 'staff',
    language,
    direction,
    blocks: [
      { kind: 'title', line: ours.line('refusal.title') },
      field(line('referral.date'), [dateLine(now)]),
      ...withStaffLines(
        said.map((id) => line(id)),
        said.map((id) => staff.line(id)),
        person,
        isCopyWanted ? person : staff,
      ),
      ...typed('refusal.explained', outcome.explained),
      ...typed('refusal.reason', outcome.reason),
      field(ours.line('refusal.signature'), [ours.line(`refusal.${outcome.note}`)]),
      ...draftMark(staff, isDraft && !isCopyWanted),
      ...lastLines(ours, isCopyWanted),
    ],
  };
}

/** What the ledger says about one helper, entry by entry, in the order in which it was decided. */
export function composeConsentRecord(
  pack: Pack,
  staff: Wording,
  recipient: Contact,
  entries: readonly ConsentEntry[],
  now: Instant,
  isCopyWanted: boolean,
): Sheet | NothingToRecord {
  const about = entries.filter((entry) => entry.recipient === recipient.id);
  if (about.length === 0) return { kind: 'NothingToRecord' };
  const { line, language, direction } = staff;
  const blocks: Block[] = [
    { kind: 'title', line: line('record.title') },
    field(line('referral.to'), [typedLine(recipient.name)]),
    field(line('referral.date'), [dateLine(now)]),
    ...oneByOne(about).flatMap((decision) => decided(pack, staff, decision)),
    ...lastLines(staff, isCopyWanted),
  ];
  return { kind: 'consent-record', audience: 'staff', language, direction, blocks };
}

/** A copy in the person's hands can be found by others: there is one only if they asked for it. */
function lastLines({ line }: Wording, isCopyWanted: boolean): readonly Block[] {
  const ids = isCopyWanted ? ['record.copy-wanted'] : ['record.copy-not-wanted', 'record.stays'];
  return ids.map((id) => ({ kind: 'paragraph', line: line(id) }));
}

type Decided = [ConsentEntry, ...ConsentEntry[]];

/**
 * The entries that were made together. Their time alone does not tell: where the clock is behind, it
 * is the same of every decision.
 */
function oneByOne(about: readonly ConsentEntry[]): readonly Decided[] {
  const decisions: Decided[] = [];
  for (const entry of about) {
    const last = decisions.at(-1);
    const isOfLast =
      last?.[0].recordedAt === entry.recordedAt &&
      last[0].purpose === entry.purpose &&
      !last.some(({ item }) => item === entry.item);
    if (isOfLast) last.push(entry);
    else decisions.push([entry]);
  }
  return decisions;
}

function decided(pack: Pack, { line }: Wording, entries: Decided): readonly Block[] {
  const [first] = entries;
  const yes = entries.find(({ decision }) => decision === 'yes');
  const items = (decision: ConsentEntry['decision']): Line =>
    oneAfterTheOther(
      entries
        .filter((entry) => entry.decision === decision)
        .map(({ item }) => {
          const known = ConsentItem.safeParse(item);
          return line(known.success ? `item.${known.data}` : 'record.missing-facts');
        }),
    );
  const row = (id: string, content: Line) => rowOf({ line }, id, content);
  const { explanation } = first;
  const isSigned = first.given.how === 'signed';
  const told = field(line('record.on', { date: dateOf(first.recordedAt) }), [
    ...row('answer.yes', items('yes')),
    ...row('answer.no', items('no')),
    ...row('record.not-asked', items('not-asked')),
    ...row('record.decided-by', decider({ line }, first.decidedBy)),
    ...row('record.given', line(`record.${first.given.how}`)),
    ...row('record.witness', typedIfAny(first.given.how === 'spoken' ? first.given.witness : '')),
    ...row(
      'record.explained',
      explanation === null
        ? []
        : line('record.explained-in', {
            language: languageName(pack, explanation.language),
            date: dateOf(explanation.givenAt),
          }),
    ),
    ...(explanation === null ? [] : understood({ line }, explanation)),
    ...row('record.until', yes === undefined ? [] : dateLine(yes.until)),
  ]);
  return isSigned ? [told, field(line('refusal.signature'), [line('refusal.signed')])] : [told];
}

type Words = Pick<Wording, 'line'>;

/** How it was made sure that the person understood, with each point that is an exception (R88). */
function understood(words: Words, { interpreter, doubts, points, ...told }: Explanation): Line[] {
  const named = (some: readonly ExplainedPoint[]) =>
    oneAfterTheOther(some.map((point) => words.line(`explained.${point}`)));
  const marked = (doubt: Doubt) => points.filter((point) => doubts[point] === doubt);
  const isAllClear = points.every((point) => doubts[point] === undefined);
  return [
    ...rowOf(words, 'record.interpreter', typedIfAny(interpreter)),
    ...rowOf(words, 'record.understood', words.line(`record.understood-${told.understood}`)),
    ...(isAllClear ? [words.line('record.all-understood')] : []),
    ...rowOf(words, 'record.not-sure', named(marked('not-sure'))),
    ...rowOf(words, 'record.not-understood', named(marked('not-understood'))),
    ...rowOf(
      words,
      'record.not-said',
      named(ExplainedPoint.options.filter((point) => !points.includes(point))),
    ),
    ...rowOf(words, 'record.own-words', typedIfAny(told.ownWords)),
  ];
}

function decider(words: Words, { who, age, capacity }: Decider): Line {
  return oneAfterTheOther([
    words.line(`record.decider-${who}`),
    words.line(`record.age-${age}`),
    ...(capacity === 'checked' ? [words.line('record.capacity-checked')] : []),
  ]);
}

function rowOf({ line }: Words, id: string, content: Line): Line[] {
  return content.length === 0 ? [] : [[...line(id), { kind: 'words', text: ': ' }, ...content]];
}

function oneAfterTheOther(lines: readonly Line[]): Line {
  return lines.flatMap((line, at): Line =>
    at === 0 ? line : [{ kind: 'words', text: ', ' }, ...line],
  );
}

function typedIfAny(text: string): Line {
  return text.trim() === '' ? [] : typedLine(text.trim());
}

function field(label: Line, lines: Line[]): Block {
  return { kind: 'field', label, lines, isOrdered: false };
}
