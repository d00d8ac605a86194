import { plural, t } from '@lingui/core/macro';
import type { AuditEvent } from '#core/domain/audit-entry.ts';
import { caseCode, type LogMember } from '#core/domain/audit-view.ts';
import type { CaseId } from '#core/domain/encounter.ts';
import type { StaffId } from '#core/domain/staff.ts';
import { SheetKind } from '#core/sheet/sheet.ts';
import { sayRole } from './role-words.ts';
import { sheetName } from './sheet-names.ts';
import { sayWarning } from './warning-words.ts';

/** How a member is called, by id: the name they have today, or a code where they are gone. */
export type NameOf = (id: StaffId) => string;

export function nameFrom(members: readonly LogMember[]): NameOf {
  const names = new Map(members.map(({ id, displayName }) => [id, displayName]));
  return (id) => names.get(id) ?? t`a former colleague (${id.slice(-6).toUpperCase()})`;
}

/** What happened, as a line of the log says it after the name of who did it. */
export function sayEvent(event: AuditEvent, nameOf: NameOf): string {
  switch (event.kind) {
    case 'set-up':
      return t`set up this place`;
    case 'unlock':
      return t`signed in`;
    case 'lock':
      return t`locked`;
    case 'case-opened':
      return t`began case ${caseCode(event.caseId)}`;
    case 'visit-begun':
      return t`began another visit of case ${caseCode(event.caseId)}`;
    case 'case-read':
      return t`opened case ${caseCode(event.caseId)} and could read it`;
    case 'case-written':
      return t`wrote in case ${caseCode(event.caseId)}`;
    case 'case-closed':
      return t`closed a visit of case ${caseCode(event.caseId)}`;
    case 'case-looked-up':
      return t`looked back at case ${caseCode(event.caseId)}, at the desk`;
    case 'case-added-to':
      return t`added to case ${caseCode(event.caseId)}`;
    case 'restricted-read':
      return t`read what is kept apart in case ${caseCode(event.caseId)}`;
    case 'restricted-added-to':
      return t`added to what is kept apart in case ${caseCode(event.caseId)}`;
    case 'names-indexed':
      return t`took the names of ${plural(event.cases, { one: '# case', other: '# cases' })} into memory for the search`;
    case 'consent-recorded':
      return t`recorded what may be passed on in case ${caseCode(event.caseId)}: yes to ${event.yes}, no to ${event.no}`;
    case 'consent-withdrawn':
      return t`recorded that the yes in case ${caseCode(event.caseId)} was taken back`;
    case 'consulted-without-name':
      return t`asked an expert without naming anyone`;
    case 'ground-recorded':
      return t`put down why something of case ${caseCode(event.caseId)} may be passed on without a yes`;
    case 'disclosure-without-consent':
      return t`passed something of case ${caseCode(event.caseId)} on without a yes`;
    case 'reported-missing-release':
      return t`answered about somebody reported missing, in case ${caseCode(event.caseId)}`;
    case 'countersigned':
      return t`countersigned in case ${caseCode(event.caseId)}`;
    case 'sheet-printed':
      return t`printed ${sheetOf(event)} ${ofCase(event)} (${plural(event.pages, { one: '# page', other: '# pages' })})${copyWords(event)}`;
    case 'sheet-not-printed':
      return t`tried to print ${sheetOf(event)} ${ofCase(event)}; the printer took none`;
    case 'sheet-saved':
      return t`saved ${sheetOf(event)} ${ofCase(event)} as a file (${plural(event.pages, { one: '# page', other: '# pages' })})${copyWords(event)}`;
    case 'sheet-destroyed':
      return t`noted that ${sheetOf(event)} ${ofCase(event)} was destroyed`;
    case 'exported':
      return event.what === 'activity-report'
        ? t`printed the lines of a day of this log (${plural(event.count, { one: '# line', other: '# lines' })})`
        : t`took out ${event.what} (${event.count})`;
    case 'grant':
      return t`gave ${nameOf(event.to)} access to case ${caseCode(event.caseId)}`;
    case 'withdrawal':
      return t`took access to case ${caseCode(event.caseId)} from ${nameOf(event.from)}`;
    case 'case-key-changed':
      return t`changed the key of case ${caseCode(event.caseId)}`;
    case 'erasure':
      return t`erased case ${caseCode(event.caseId)}`;
    case 'member-added':
      return t`added ${nameOf(event.member)} (${sayRole(event.role)})`;
    case 'member-changed':
      return t`changed ${nameOf(event.member)} (now ${sayRole(event.role)})`;
    case 'member-suspended':
      return t`suspended ${nameOf(event.member)}`;
    case 'member-resumed':
      return t`let ${nameOf(event.member)} back in`;
    case 'member-removed':
      return t`removed ${nameOf(event.member)}`;
    case 'member-readmitted':
      return t`let ${nameOf(event.member)} choose a new password, with new keys`;
    case 'keys-rotated':
      return t`changed the keys of the records and of ${plural(event.cases, { one: '# case', other: '# cases' })}`;
    case 'password-changed':
      return t`changed the password of ${nameOf(event.member)}`;
    case 'recovery':
      return t`got ${nameOf(event.member)} back in with recovery sheets`;
    case 'recovery-drill':
      return t`tried the recovery sheets, and they work`;
    case 'recovery-shares-made':
      return t`made ${event.shares} recovery sheets, of which ${event.needed} are needed`;
    case 'setting-changed':
      return t`changed a rule of this place: ${event.settings.map(sayRule).join(', ')}`;
    case 'backup-made':
      return t`made a copy of the records, and it was read back`;
    case 'backup-restored':
      return event.lost === null
        ? t`went back to an older copy; nobody could count what was lost`
        : t`went back to an older copy; ${plural(event.lost, { one: '# save was', other: '# saves were' })} lost`;
    case 'records-written':
      return t`saved`;
    case 'log-begun':
      return t`began this log`;
    case 'log-verified':
      return event.isSound
        ? t`had the whole log checked: nothing new was wrong`
        : t`had the log checked: something is wrong with it`;
    case 'log-anchored':
      return t`printed the slip of line ${event.anchored}`;
    case 'warnings-seen':
      return t`has seen the warnings up to line ${event.upTo}`;
    case 'date-stated':
      return t`gave the date: ${event.date}`;
    default:
      return sayWarning(event);
  }
}

/** A rule as people call it; one that has no other name keeps the one of the program. */
function sayRule(name: string): string {
  switch (name) {
    case 'name':
      return t`the name of this place`;
    case 'jurisdiction':
      return t`the country`;
    case 'saving':
      return t`saved sheets`;
    case 'watch':
      return t`when the screen closes`;
    case 'leads-read-all':
      return t`leads read every visit`;
    case 'leads-read-shared':
      return t`leads read their own visits and what is shared with them`;
    case 'enabledDrafts':
      return t`languages of sheets`;
    case 'retention':
      return t`how long records stay`;
    case 'erasure-hold':
      return t`a record that stays longer`;
    case 'usualSlip':
      return t`how slips begin and end`;
    case 'content-proposed':
    case 'content-confirmed':
    case 'content-removed':
      return t`content in words of its own`;
    case 'sign-proposed':
    case 'sign-confirmed':
    case 'sign-withdrawn':
      return t`signs of its own`;
    case 'backup-target':
      return t`where copies go`;
    default:
      return name;
  }
}

/** Some sheets have no case behind them. */
function ofCase({ caseId }: { readonly caseId: CaseId | null }): string {
  return caseId === null ? t`without a case` : t`of case ${caseCode(caseId)}`;
}

/** By its kind, as the screens name it; one that this version does not know is a sheet. */
function sheetOf({ sheet }: { readonly sheet: string }): string {
  const kind = SheetKind.safeParse(sheet);
  return kind.success ? t`“${sheetName(kind.data)}”` : t`a sheet`;
}

/** What the person said about a copy, where they were asked. */
function copyWords({ isCopyWanted }: { readonly isCopyWanted?: boolean | undefined }): string {
  if (isCopyWanted === undefined) return '';
  return isCopyWanted ? t`; the person wanted a copy` : t`; the person wanted no copy`;
}

/** A line that is not what this program wrote. */
export function sayForged(): string {
  return t`This line was changed, or was not written by whom it names. It is not shown.`;
}
