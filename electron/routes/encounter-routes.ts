import { err, ok } from '#core/base/result.ts';
import type { AskedBefore } from '#core/domain/case-page.ts';
import { withNoted } from '#core/domain/company.ts';
import { CaseId, type Encounter, EncounterId } from '#core/domain/encounter.ts';
import { lookAgainOn } from '#core/domain/look-again.ts';
import * as channels from '#core/ipc/encounter-channels.ts';
import { timesAsked } from '#core/journey/asked-before.ts';
import { askedIn } from '#core/journey/visit-summary.ts';
import { appendAudit, auditNow } from '../vault/audit-log.ts';
import { commitIfRoom } from '../vault/database.ts';
import { addCaseFile } from '../vault/repositories/case-file.ts';
import { recoveryStateOf } from '../vault/recovery.ts';
import * as store from '../vault/repositories/encounter.ts';
import { setLookAgain } from '../vault/repositories/look-again.ts';
import { readStaff } from '../vault/repositories/staff.ts';
import type { Desk } from './desk.ts';
import { type Route, serve } from './serve.ts';
import { beginnersIn, beginVisit, colleagueHolding, readRecord } from './visit-begin.ts';

export function encounterRoutes(desk: Desk): readonly Route[] {
  return [
    serve(channels.listEncounters, 'unlocked', () => ok(store.listEncounters(desk.session()))),

    serve(channels.startEncounter, 'unlocked', () => {
      const session = desk.session();
      // An administrator opens no case, not even one of their own.
      if (session.member.role === 'administrator') return err({ kind: 'NotAllowed' });
      if (recoveryStateOf(session).proven === 'none') return err({ kind: 'RecoveryNotProven' });
      desk.drafts.flush();
      desk.armGate('another-visit');
      const caseId = CaseId.parse(desk.ids.next());
      return commitIfRoom(session.database, () => {
        const at = desk.clock.now();
        const encounterId = EncounterId.parse(desk.ids.next());
        addCaseFile(session, caseId, encounterId, at);
        const listing = beginVisit(desk, caseId, {}, encounterId);
        return listing;
      });
    }),

    serve(channels.confirmAlone, 'unlocked', ({ id }) => {
      // It was pressed before the cover came, by somebody who then wanted all of it gone.
      if (desk.isCovered()) return err({ kind: 'GateArmed' });
      desk.drafts.flush();
      const encounter = store.readEncounter(desk.session(), id);
      if (encounter === undefined) return err({ kind: 'EncounterUnknown' });
      const { caseId } = encounter;
      // Before anything of it goes out.
      auditNow(desk.session(), { kind: 'case-read', caseId, encounterId: id });
      desk.confirmAlone(id);
      return ok(encounter);
    }),

    serve(channels.readAskedBefore, 'unlocked', ({ id }) => {
      if (desk.openVisit() !== id) return err({ kind: 'GateArmed' });
      const asked = readAskedBefore(desk, id);
      return asked === undefined ? err({ kind: 'EncounterUnknown' }) : ok(asked);
    }),

    serve(channels.noteCompany, 'unlocked', ({ id, company }) => {
      desk.drafts.flush();
      const session = desk.session();
      const encounter = store.readEncounter(session, id);
      if (encounter === undefined) return err({ kind: 'EncounterUnknown' });
      if (encounter.state === 'closed') return err({ kind: 'EncounterClosed' });
      const { caseId, draft } = encounter;
      const ofColleague = colleagueHolding(session, encounter);
      if (ofColleague !== undefined) return err(ofColleague);
      return commitIfRoom(session.database, () => {
        appendAudit(session, { kind: 'case-written', caseId, encounterId: id });
        store.writeDraft(session, encounter, {
          ...draft,
          company: withNoted(draft.company, company),
        });
        return null;
      });
    }),

    serve(channels.armGate, 'unlocked', () => {
      desk.drafts.flush();
      desk.armGate('break');
      return ok(null);
    }),

    serve(channels.saveDraft, 'unlocked', ({ id, draft }) => {
      if (!desk.maySave(id)) return err({ kind: 'GateArmed' });
      return desk.drafts.keep(id, draft);
    }),

    serve(channels.closeEncounter, 'unlocked', ({ id }) => {
      if (desk.openVisit() !== id) return err({ kind: 'GateArmed' });
      desk.drafts.flush();
      const encounter = store.readEncounter(desk.session(), id);
      if (encounter === undefined) return err({ kind: 'EncounterUnknown' });
      const ofColleague = colleagueHolding(desk.session(), encounter);
      if (ofColleague !== undefined) return err(ofColleague);
      if (encounter.draft.outcome.kind === 'undecided') return err({ kind: 'OutcomeMissing' });
      const closed = commitIfRoom(desk.session().database, () => {
        const { caseId, draft } = encounter;
        // It was needed for the talk, and would tell more about the person than any visit has to.
        if (draft.circumstances.length > 0)
          store.writeDraft(desk.session(), encounter, { ...draft, circumstances: [] });
        store.closeEncounter(desk.session(), id);
        setLookAgain(desk.session(), caseId, lookAgainOn(draft.outcome));
        appendAudit(desk.session(), { kind: 'case-closed', caseId, encounterId: id });
        return null;
      });
      if (closed.ok) desk.armGate('break');
      return closed;
    }),
  ];
}

function readAskedBefore(desk: Desk, id: EncounterId): AskedBefore | undefined {
  const session = desk.session();
  const encounter = store.readEncounter(session, id);
  if (encounter === undefined) return undefined;
  const all = store.readEncountersOf(session, encounter.caseId) ?? [];
  const visits = all.filter((visit) => visit.id !== id);
  const begunBy = beginnersIn(readRecord(session, encounter.caseId) ?? []);
  const said = <Asked>({
    asked,
    times,
    last,
  }: ReturnType<typeof timesAsked<Asked, Encounter>>[number]) => {
    const by = begunBy.get(last.id);
    const name = by === undefined ? undefined : readStaff(session.database, by)?.displayName;
    return { asked, times, lastAt: last.startedAt, by: name ?? null };
  };
  return {
    visits: visits.length,
    subjects: timesAsked(visits, ({ draft }) => askedIn(draft))
      .map(said)
      .map(({ asked, ...rest }) => ({ subject: asked, ...rest })),
    prompts: timesAsked(visits, ({ draft }) => draft.talk.asked)
      .map(said)
      .map(({ asked, ...rest }) => ({ prompt: asked, ...rest })),
  };
}
