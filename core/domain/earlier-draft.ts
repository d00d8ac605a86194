import { CalendarDate } from './calendar-date.ts';
import { emptyDraft } from './encounter.ts';
import { followUpOn } from './follow-up.ts';
import { LanguageTag } from './language.ts';
import { noSafeContact } from './safe-contact.ts';

/** What a draft has had from the beginning is never filled in: without it, it is no draft. */
const {
  step: _step,
  alias: _alias,
  language: _language,
  outcome: _outcome,
  ...unasked
} = emptyDraft(LanguageTag.parse('en'));

/**
 * A stored draft as the present schema has it. A draft that was sealed by an earlier version
 * of the program lacks what that version did not ask; it is filled in as not asked. Nothing
 * that was written is dropped. What is no draft at all is left for the schema to refuse.
 */
export function upToDate(stored: unknown): unknown {
  if (!isRecord(stored)) return stored;
  const { safeContact, danger, outcome } = stored;
  const { followUpOn: day, ...settled } = isRecord(outcome) ? outcome : {};
  return {
    ...unasked,
    followUp: followUpOn(CalendarDate.safeParse(day).data ?? null),
    ...stored,
    danger: isRecord(danger) ? { ...unasked.danger, ...danger } : danger,
    outcome: isRecord(outcome) ? withTalk(settled) : outcome,
    safeContact:
      typeof safeContact === 'string' ? { ...noSafeContact, how: safeContact } : safeContact,
  };
}

/** Earlier versions asked only of the whole talk whether it was understood, and took all that was not ticked for a no. */
function withTalk(outcome: Readonly<Record<string, unknown>>): unknown {
  const { talk } = outcome;
  return isRecord(talk) ? { ...outcome, talk: { doubts: {}, rest: 'no', ...talk } } : outcome;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
