import { describe, expect, test } from 'vitest';
import type { Explanation } from '#core/domain/consent.ts';
import { noMissingFacts } from '#core/domain/missing-facts.ts';
import { newOutcome, Outcome } from '#core/domain/outcome.ts';
import { confirmStaffOnly } from '#core/ipc/case-channels.ts';
import { recordConsent } from '#core/ipc/consent-channels.ts';
import * as channels from '#core/ipc/missing-channels.ts';
import { previewSheet, printSheet } from '#core/ipc/sheet-channels.ts';
import { allExplained, missingRequest } from '../../build/bench/consent-request.ts';
import { readEncounter } from '../../electron/vault/repositories/encounter.ts';
import { plainFormat } from '#core/sheet/paper.ts';
import type { Press } from '../../electron/routes/press.ts';
import { textOfLine } from '#core/sheet/sheet.ts';
import { found, textsOf } from '../support/core.ts';
import { readyPress } from '../support/press.ts';
import { kindOf, typedWords, valueOf } from '../support/vault.ts';
import { call, enableAllDrafts } from './office.ts';
import {
  consentRequest,
  helper,
  officeWithVisit,
  otherHelper,
  referralDraft,
  saveAtOnce,
  takeBackYes,
  officeWithTyping,
} from './visits.ts';

const facts = { ...noMissingFacts, height: '163 cm', features: 'a quincunx on the left wrist' };

async function withFacts(press?: Press) {
  const { office, id } = await officeWithTyping(press);
  const { caseId } = found(readEncounter(office.desk.session(), id));
  const about = { encounterId: id, recipient: helper, seen: 0 };
  const kept = await call(office, channels.keepMissingFacts, missingRequest(about, facts));
  valueOf(kept);
  return { office, id, caseId };
}

type Kept = Awaited<ReturnType<typeof withFacts>>;

const report = ({ office, caseId }: Kept) =>
  call(office, channels.reportMissing, {
    caseId,
    report: 'The police rang at nine.',
    reason: 'I called them back on their own number.',
  });

const takeBack = ({ office, id }: Kept) =>
  call(office, channels.takeBackMissingFacts, {
    encounterId: id,
    language: 'en',
    given: { how: 'pointed' },
  });

const orderOf = (groundId: string) =>
  ({ kind: 'missing-person', groundId, language: 'en', format: plainFormat }) as const;

describe('facts for the day somebody is reported missing', () => {
  test('come out on one page by the report alone, and nothing of a visit is on it', async () => {
    // given
    const desk = await withFacts();
    expect(kindOf(await report(desk))).toBe('GateArmed');
    valueOf(await call(desk.office, confirmStaffOnly, null));

    // when
    const { groundId } = valueOf(await report(desk));
    const sheet = valueOf(await call(desk.office, previewSheet, orderOf(groundId)));

    // then
    const text = textsOf(sheet).join('\n');
    expect(text).toContain('163 cm');
    for (const word of Object.values(typedWords)) expect(text).not.toContain(word);
    expect(kindOf(await call(desk.office, printSheet, orderOf(groundId)))).toBe('ok');
  });

  test('are gone with the yes, also after the report', async () => {
    // given
    const desk = await withFacts();
    valueOf(await call(desk.office, confirmStaffOnly, null));
    const { groundId } = valueOf(await report(desk));
    desk.office.desk.confirmAlone(desk.id);

    // when
    valueOf(await takeBack(desk));

    // then
    const now = valueOf(
      await call(desk.office, channels.readMissingFacts, { encounterId: desk.id }),
    );
    expect(now).toEqual({ facts: null, recipient: null, until: null, seen: 2 });
    valueOf(await call(desk.office, confirmStaffOnly, null));
    expect(kindOf(await call(desk.office, printSheet, orderOf(groundId)))).toBe('ConsentMissing');
    expect(kindOf(await report(desk))).toBe('ConsentMissing');
  });

  test('are taken out of the queue when another agency is named instead', async () => {
    // given
    const takenBack: string[] = [];
    const ready = readyPress(async () => ({ bytes: Buffer.from('%PDF-made-up'), pages: 1 }));
    const press = {
      ...ready,
      look: async () =>
        takenBack.length === 0
          ? ({ kind: 'waiting', hasBegun: false, problem: null } as const)
          : ({ kind: 'ended', isPrinterThere: true } as const),
      takeBack: async ({ id }: { readonly id: string }) => void takenBack.push(id),
    };
    const { office, id, caseId } = await withFacts(press);
    valueOf(await call(office, confirmStaffOnly, null));
    const { groundId } = valueOf(await report({ office, id, caseId }));
    valueOf(await call(office, printSheet, orderOf(groundId)));

    // when
    office.desk.confirmAlone(id);
    const about = { encounterId: id, recipient: otherHelper, seen: 1 };
    valueOf(await call(office, channels.keepMissingFacts, missingRequest(about, facts)));
    await office.book.look();

    // then
    expect(takenBack).toHaveLength(1);
  });

  test('are kept by a yes of their own: one for a referral opens nothing here', async () => {
    const { office, id } = await officeWithTyping();
    valueOf(await call(office, recordConsent, consentRequest(id, ['alias'])));
    const { caseId } = found(readEncounter(office.desk.session(), id));
    valueOf(await call(office, confirmStaffOnly, null));
    expect(kindOf(await report({ office, id, caseId }))).toBe('ConsentMissing');
  });

  test('are not kept on the word of somebody who may be part of the harm', async () => {
    const { office, id } = await officeWithVisit();
    const decidedBy = {
      who: 'guardian',
      age: 'under-15',
      capacity: 'presumed',
      mayBeInvolved: 'unsure',
    } as const;
    const request = missingRequest({ encounterId: id, recipient: helper, seen: 0 }, facts);
    const kept = { ...request, decidedBy };
    expect(kindOf(await call(office, channels.keepMissingFacts, kept))).toBe('CannotConsent');
  });

  test('are not kept before it was explained who gets them, nor when that was not understood', async () => {
    // given
    const { office, id } = await officeWithVisit();
    const request = missingRequest({ encounterId: id, recipient: helper, seen: 0 }, facts);
    const keep = (explanation: Partial<Explanation>) =>
      call(office, channels.keepMissingFacts, {
        ...request,
        explanation: { ...allExplained, ...explanation },
      });

    // when, then
    expect(kindOf(await keep({ points: ['family'] }))).toBe('ExplanationMissing');
    const doubts = { 'whom-they-tell': 'not-understood' } as const;
    expect(kindOf(await keep({ doubts }))).toBe('NotUnderstood');
    expect(kindOf(await keep({}))).toBe('ok');
  });
});

describe('papers that stay with staff', () => {
  const order = (id: string) =>
    ({ kind: 'refusal-note', encounterId: id, language: 'ar', format: plainFormat }) as const;

  test('say that the person said no, in their language, with room for a signature', async () => {
    const { office, id } = await officeWithVisit();
    await enableAllDrafts(office);
    expect(kindOf(await call(office, previewSheet, order(id)))).toBe('NothingToRecord');
    const outcome = { ...newOutcome('declined'), note: 'declined-to-sign' as const };
    valueOf(await saveAtOnce(office, id, referralDraft({ outcome: declinedOf(outcome) })));
    const sheet = valueOf(await call(office, previewSheet, order(id)));
    expect(sheet.audience).toBe('staff');
    expect(textsOf(sheet).join('\n')).toContain('would rather not sign');
  });

  test('show each decision by itself, also where the clock did not go on between two', async () => {
    // given
    const { office, id } = await officeWithTyping();
    valueOf(await call(office, recordConsent, consentRequest(id, ['alias'])));
    valueOf(await takeBackYes(office, id));
    const record = { ...order(id), kind: 'consent-record', recipient: helper } as const;

    // when
    const { blocks } = valueOf(await call(office, previewSheet, record));

    // then
    const rows = blocks.map((block) =>
      block.kind === 'field' ? block.lines.map(textOfLine).join('\n') : '',
    );
    const decided = rows.filter((text) => /^(Yes|No): /m.test(text));
    expect(decided).toHaveLength(2);
    expect(decided[0]).toContain('Yes: ');
    expect(decided[1]).not.toContain('Yes: ');
  });

  test('say what was decided about one helper, entry by entry', async () => {
    const { office, id } = await officeWithVisit();
    await enableAllDrafts(office);
    const record = { ...order(id), kind: 'consent-record', recipient: helper } as const;
    expect(kindOf(await call(office, previewSheet, record))).toBe('NothingToRecord');
    valueOf(await call(office, recordConsent, consentRequest(id, ['alias'])));
    const text = textsOf(valueOf(await call(office, previewSheet, record))).join('\n');
    expect(text).toContain('Yes: Name to use');
    expect(text).toContain('No: Language to use');
    expect(text).toContain('Who decided: the person, 18 or older');
    expect(text).toContain('All that was said was understood.');
  });

  test('name each point that was not said, or that the person did not, or perhaps not, understand', async () => {
    // given
    const { office, id } = await officeWithVisit();
    await enableAllDrafts(office);
    const points = allExplained.points.filter((point) => point !== 'rights');
    const doubts = { family: 'not-sure', proceedings: 'not-understood' } as const;

    // when
    valueOf(
      await call(office, recordConsent, {
        ...consentRequest(id, ['alias']),
        explanation: { ...allExplained, points, doubts, interpreter: 'Vexwing' },
      }),
    );
    const record = { ...order(id), kind: 'consent-record', recipient: helper } as const;
    const text = textsOf(valueOf(await call(office, previewSheet, record))).join('\n');

    // then
    expect(text).toContain('Perhaps not understood: family and others');
    expect(text).toContain('Not understood: cases and inquiries');
    expect(text).toContain('Not said: rights');
    expect(text).toContain('How it was made sure that they understood: they said it back');
    expect(text).toContain('Interpreter: Vexwing');
    expect(text).not.toContain('All that was said was understood.');
  });
});

function declinedOf(outcome: unknown) {
  return Outcome.parse(outcome);
}
