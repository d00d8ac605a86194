import { ConsentItem } from '#core/domain/consent.ts';
import { ContactId } from '#core/domain/contact.ts';
import { emptyDraft, VisitDraft } from '#core/domain/encounter.ts';
import { LanguageTag } from '#core/domain/language.ts';
import { MissingFacts } from '#core/domain/missing-facts.ts';
import { newOutcome, Outcome } from '#core/domain/outcome.ts';
import { noArrangement } from '#core/domain/referral.ts';
import { confirmStaffOnly } from '#core/ipc/case-channels.ts';
import { recordConsent, withdrawConsent } from '#core/ipc/consent-channels.ts';
import { confirmAlone, saveDraft, startEncounter } from '#core/ipc/encounter-channels.ts';
import { recordGround } from '#core/ipc/ground-channels.ts';
import { keepMissingFacts, readMissingFacts, reportMissing } from '#core/ipc/missing-channels.ts';
import { moveReferral, prepareReferral } from '#core/ipc/referral-channels.ts';
import { allExplained, consentRequest, missingRequest } from '../../build/bench/consent-request.ts';
import type { Ask } from '../support/ask.ts';
import { basePack } from '../support/core.ts';
import { person } from '../support/people.ts';
import type { About, Known } from './wares.ts';

const helper = ContactId.parse('contact.fi-nollalinja');
const language = 'en';
/** All that is typed in these visits: unlikely words, so that looking for them means something. */
const said = {
  facts: 'Two cormorant fanciers wait at the postern.',
  reason: 'They will be gone before the samovar boils.',
  told: 'That I call the lamplighters now.',
  height: '163 cm, in pattens',
  age: 'About as old as the sycamore',
  nationality: 'Ruritanian, she thinks',
  hairAndEyes: 'Auburn plaits, hazel eyes',
  features: 'A quincunx on the left wrist',
  clothes: 'A celadon mackintosh',
  languages: 'Tigrinya, halting Occitan',
  places: 'The gantry behind the gasworks',
  report: 'The harbour constables rang at vespers.',
  check: 'I rang back on the number in the almanac.',
  plan: 'Ask at the verdigris kiosk.',
  notWhen: 'Not while the carillon plays',
  notSay: 'Nothing of the dispensary',
  done: 'Sphygmomanometer read twice.',
  level: 'Middling, by the ferryman',
  refusal: 'Wants to sleep on it at the mill.',
  explained: 'What the almoners can do.',
  ownWords: 'You tell them only about the millpond.',
} as const;
export const typedInVisits: readonly string[] = [...Object.values(said), ...Object.values(person)];

const given = { how: 'spoken', witness: '' } as const;

/** What would help to find the person: a part of what is typed. */
const missing = MissingFacts.parse(
  Object.fromEntries(MissingFacts.keyof().options.map((key) => [key, said[key]])),
);

/** Holds the visits that the sheets are about: everything is written, agreed to, said no to or taken back. */
export async function holdVisits(ask: Ask): Promise<Known> {
  const encounters = {
    referred: await begin(ask, refer('plain')),
    declined: '',
    stopped: '',
  };
  await agree(ask, encounters.referred);
  const ground = await ask(recordGround, {
    encounterId: encounters.referred,
    facts: {
      kind: 'danger-to-life',
      law: 'law.fi-life-in-danger',
      recipient: helper,
      facts: said.facts,
      reason: said.reason,
      items: ConsentItem.options,
      told: { kind: 'told', words: said.told },
    },
    readers: [],
  });
  const { seen } = await ask(readMissingFacts, { encounterId: encounters.referred });
  await ask(
    keepMissingFacts,
    missingRequest({ encounterId: encounters.referred, recipient: helper, seen }, missing),
  );
  const { caseId } = await ask(confirmAlone, { id: encounters.referred });

  encounters.declined = await begin(ask, decline);
  encounters.stopped = await begin(ask, refer('none'));
  const referralId = await stopReferral(ask, encounters.stopped);

  await ask(confirmStaffOnly, null);
  const { groundId } = await ask(reportMissing, {
    caseId,
    report: said.report,
    reason: said.check,
  });
  return { encounters, groundId: ground.id, missingGroundId: groundId, referralId };
}

/** Brings the desk to where a sheet about this can be made. */
export async function stand(ask: Ask, { encounters }: Known, about: About): Promise<void> {
  if (about === 'nobody') return;
  if (about === 'alone') await ask(confirmStaffOnly, null);
  else await ask(confirmAlone, { id: encounters[about] });
}

async function begin(ask: Ask, change: (draft: VisitDraft) => VisitDraft): Promise<string> {
  const { id } = await ask(startEncounter, null);
  await ask(confirmAlone, { id });
  await ask(saveDraft, { id, draft: change(told) });
  return id;
}

const plan = {
  times: ['09:00–12:00', '18:00–21:00'],
  chosen: basePack().planChoices.map(({ id }) => id),
  own: said.plan,
};

const told = VisitDraft.parse({
  ...emptyDraft(LanguageTag.parse('ti')),
  alias: person.alias,
  ownView: { rating: 'worried', words: person.ownWords },
  otherSign: person.otherSign,
  observations: { 'sign.unpaid': 'told' },
  needs: ['need.health', 'need.interpreter'],
  conditions: { physical: 'unwell', psychological: 'strained', emotional: 'not-asked' },
  followUp: { kind: 'on', on: '2031-06-01' },
  safeContact: {
    how: person.safeContact,
    notWhen: said.notWhen,
    notSay: said.notSay,
    codeWord: '',
  },
  ordinaryRecord: { isWanted: true, done: said.done, agreed: { level: said.level } },
});

const refer = (paper: string) => (draft: VisitDraft) =>
  VisitDraft.parse({
    ...draft,
    plan: { ...plan, paper },
    outcome: { ...newOutcome('refer'), recipient: helper, items: ConsentItem.options },
  });

const decline = (draft: VisitDraft) =>
  VisitDraft.parse({
    ...draft,
    plan: { ...plan, paper: 'disguised' },
    outcome: Outcome.parse({
      ...newOutcome('declined'),
      reason: said.refusal,
      explained: said.explained,
      note: 'declined-to-sign',
    }),
  });

async function agree(ask: Ask, encounterId: string): Promise<void> {
  const request = consentRequest({ encounterId, recipient: helper, seen: 0 });
  await ask(recordConsent, {
    ...request,
    explanation: { ...allExplained, ownWords: said.ownWords, doubts: { family: 'not-sure' } },
    given,
  });
}

/** A referral that reached the helper, and then lost its yes. */
async function stopReferral(ask: Ask, encounterId: string): Promise<string> {
  await agree(ask, encounterId);
  const { id } = await ask(prepareReferral, { encounterId, recipient: helper });
  for (const [at, to] of (['first-call', 'handed-over'] as const).entries()) {
    await ask(moveReferral, {
      encounterId,
      referralId: id,
      seenMoves: at + 1,
      to,
      next: '',
      dueAt: null,
      note: '',
      arrangement: { ...noArrangement, areContactsOfExploiters: 'no' },
    });
  }
  const purpose = 'referral';
  await ask(withdrawConsent, { encounterId, recipient: helper, purpose, language, given });
  return id;
}
