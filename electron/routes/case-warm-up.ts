import { CasePage } from '#core/domain/case-page.ts';
import { emptyDraft, Encounter } from '#core/domain/encounter.ts';
import { staffLanguage } from '#core/domain/language.ts';
import { summariseVisit } from '#core/journey/visit-summary.ts';
import { accumulate } from '#core/screening/accumulate.ts';

/** By then the list is on the screen, and nobody has pressed anything yet. */
const quietAfterMs = 1_000;

/**
 * A schema is compiled when something is first parsed with it, and a whole visit takes 30 ms of
 * that. This does it once, on a visit that says nothing, while nobody waits for a case.
 *
 * @returns what to call when the list is asked for
 */
export function createCaseWarmUp(): () => void {
  let isDue = true;
  return () => {
    if (!isDue) return;
    isDue = false;
    setTimeout(warmUp, quietAfterMs).unref();
  };
}

function warmUp(): void {
  const visit = Encounter.parse({
    id: '00000000-0000-7000-8000-000000000001',
    caseId: '00000000-0000-7000-8000-000000000002',
    state: 'closed',
    version: 1,
    startedAt: '2026-01-01T00:00:00.000Z',
    draft: emptyDraft(staffLanguage),
  });
  CasePage.parse({
    caseId: visit.caseId,
    aliases: [],
    visits: [summariseVisit(visit, null)],
    briefing: {
      visits: 0,
      level: null,
      last: null,
      asked: [],
      companions: [],
      accumulated: accumulate([{ ...visit, by: null }], [], '2026-01-01'),
    },
    heldByOthers: [],
    entries: [],
    namedColleague: null,
    members: [],
  });
}
