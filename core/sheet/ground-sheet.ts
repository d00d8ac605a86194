import type { Instant } from '#core/base/capabilities.ts';
import type { VisitDraft } from '#core/domain/encounter.ts';
import type { GroundFacts } from '#core/domain/ground.ts';
import type { Contact } from '#core/pack/contact-seed.ts';
import type { Pack } from '#core/pack/pack.ts';
import { minimise } from './minimise.ts';
import { disclosable, sentLine } from './referral-sheet.ts';
import type { Block, Line, Sheet } from './sheet.ts';
import { textOfLine } from './sheet.ts';
import { typedLine, type Wording } from './wording.ts';

/**
 * What an agency is told without a yes: the items that the ground names and no other. Read out on
 * the telephone or printed, it is the same paper.
 *
 * @param law the statement it rests on, in words
 * @param by who sends it, as `composeReferralSheet` has it
 */
export function composeGroundSheet(
  wording: Wording,
  pack: Pack,
  recipient: Contact,
  draft: VisitDraft,
  { kind, items, told }: GroundFacts,
  law: string | undefined,
  now: Instant,
  by: string,
): Sheet {
  const { line, language, direction } = wording;
  const allowed = new Set(items);
  const field = (label: Line, lines: Line[], isOrdered = false): Block => ({
    kind: 'field',
    label,
    lines,
    isOrdered,
  });
  const basis = kind === 'reported-missing' ? 'danger-to-life' : kind;
  const blocks: Block[] = [
    { kind: 'title', line: line('ground.title') },
    field(line('referral.to'), [typedLine(recipient.name)]),
    field(line('referral.date'), [sentLine(now, by)]),
    {
      kind: 'paragraph',
      line: line('ground.basis', { basis: textOfLine(line(`ground.${basis}`)) }),
    },
    ...minimise(disclosable(wording, pack, draft), allowed).map(({ item, lines }) =>
      field(line(`item.${item}`), lines, item === 'needs'),
    ),
    ...(law === undefined ? [] : [field(line('ground.law'), [typedLine(law)])]),
    { kind: 'paragraph', line: line(`ground.${told.kind}`) },
    { kind: 'paragraph', line: line('ground.only') },
  ];
  return { kind: 'ground', audience: 'agency', language, direction, blocks };
}
