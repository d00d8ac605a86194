import type { Instant } from '#core/base/capabilities.ts';
import { dateOf } from '#core/domain/calendar-date.ts';
import type { Referral } from '#core/domain/referral.ts';
import type { Contact } from '#core/pack/contact-seed.ts';
import { sentLine } from './referral-sheet.ts';
import type { Sheet } from './sheet.ts';
import { typedLine, type Wording } from './wording.ts';

/** The referral was not stopped, or the helper never heard of the person: there is nothing to tell. */
export type NothingToStop = { readonly kind: 'NothingToStop' };

/**
 * What a helper is told when a yes was taken back. The person is not named in it again.
 *
 * @param by who sends it, as `composeReferralSheet` has it
 * @param sheetMadeAt when a sheet for the helper was made; it may have reached them without a note of it
 */
export function composeStopNotice(
  { line, language, direction }: Wording,
  recipient: Contact,
  { moves }: Pick<Referral, 'moves'>,
  by: string,
  sheetMadeAt?: Instant,
): Sheet | NothingToStop {
  const stopped = moves.find(({ state }) => state === 'stopped');
  const told = moves.find(({ state }) => state === 'handed-over')?.at ?? sheetMadeAt;
  if (stopped === undefined || told === undefined) return { kind: 'NothingToStop' };
  return {
    kind: 'stop-notice',
    audience: 'agency',
    language,
    direction,
    blocks: [
      { kind: 'title', line: line('stop.title') },
      {
        kind: 'field',
        label: line('referral.to'),
        lines: [typedLine(recipient.name)],
        isOrdered: false,
      },
      {
        kind: 'field',
        label: line('referral.date'),
        lines: [sentLine(stopped.at, by)],
        isOrdered: false,
      },
      { kind: 'paragraph', line: line('stop.what', { date: dateOf(told) }) },
      { kind: 'paragraph', line: line('stop.back', { date: dateOf(stopped.at) }) },
      { kind: 'paragraph', line: line('stop.please') },
      { kind: 'paragraph', line: line('stop.no-contact') },
      { kind: 'paragraph', line: line('stop.confirm') },
    ],
  };
}
