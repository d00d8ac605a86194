import { describe, expect, test } from 'vitest';
import { confirmStaffOnly, findCases, readCase } from '#core/ipc/case-channels.ts';
import { confirmAlone, saveDraft } from '#core/ipc/encounter-channels.ts';
import { changeFacility, readFacility } from '#core/ipc/facility-channels.ts';
import { previewSheet } from '#core/ipc/sheet-channels.ts';
import { lockVault, unlockVault } from '#core/ipc/vault-channels.ts';
import { choosePin, readInterrupted } from '#core/ipc/watch-channels.ts';
import { createSessionPin } from '../../electron/routes/session-pin.ts';
import { kindOf, sampleRequest, typedDraft, valueOf } from '../support/vault.ts';
import { call, openedOffice } from './office.ts';
import { officeWithVisit, referralOrder } from './visits.ts';

const { signInName, password } = sampleRequest;

describe('when the cover comes', () => {
  test('what is being typed is saved and the gate is armed', async () => {
    // given
    const { office, id } = await officeWithVisit();
    const typing = call(office, saveDraft, { id, draft: typedDraft() });

    // when
    office.desk.cover();

    // then
    expect(kindOf(await typing)).toBe('ok');
    expect(kindOf(await call(office, previewSheet, referralOrder(id)))).toBe('GateArmed');
    office.desk.uncover();
    const { draft } = valueOf(await call(office, confirmAlone, { id }));
    expect(draft.alias).toBe(typedDraft().alias);
  });

  test('a letter that was on its way is still saved, for that visit and no other', async () => {
    const { office, id } = await officeWithVisit();
    office.desk.cover();
    const late = call(office, saveDraft, { id, draft: typedDraft({ alias: 'Plimsollvexx' }) });
    office.desk.drafts.flush();
    expect(kindOf(await late)).toBe('ok');

    const other = helperId;
    expect(kindOf(await call(office, saveDraft, { id: other, draft: typedDraft() }))).toBe(
      'GateArmed',
    );
    office.desk.armGate('break');
    expect(kindOf(await call(office, saveDraft, { id, draft: typedDraft() }))).toBe('GateArmed');
  });
});

describe('while the cover lies over the work', () => {
  test('a confirmation that was on its way opens nothing beneath it', async () => {
    // given
    const { office, id } = await officeWithVisit();
    const { caseId } = valueOf(await call(office, confirmAlone, { id }));
    office.desk.cover();

    // when
    const late = [
      await call(office, confirmAlone, { id }),
      await call(office, confirmStaffOnly, null),
    ];

    // then
    expect(late.map(kindOf)).toEqual(['GateArmed', 'GateArmed']);
    expect(kindOf(await call(office, findCases, { words: '', after: 0, count: 10 }))).toBe(
      'GateArmed',
    );
    office.desk.uncover();
    expect(kindOf(await call(office, readCase, { caseId }))).toBe('GateArmed');
    expect(kindOf(await call(office, confirmAlone, { id }))).toBe('ok');
  });
});

const helperId = '01994f8e-0000-7000-8000-0000000000ff';

describe('after a lock that came by itself', () => {
  test.each([false, true])(
    'the same member is led back (covered before: %j)',
    async (isCovered) => {
      // given
      const { office, id } = await officeWithVisit();
      if (isCovered) office.desk.cover();
      office.desk.lock('itself');

      // when
      valueOf(await call(office, unlockVault, { signInName, password }));

      // then
      expect(valueOf(await call(office, readInterrupted, null))).toMatchObject({ visit: { id } });
      expect(office.desk.openVisit()).toBeUndefined();
    },
  );

  test.each([false, true])(
    'the same member is led back to the case they read, behind its question (covered before: %j)',
    async (isCovered) => {
      // given
      const { office, id } = await officeWithVisit();
      const { caseId } = valueOf(await call(office, confirmAlone, { id }));
      valueOf(await call(office, confirmStaffOnly, null));
      valueOf(await call(office, readCase, { caseId }));
      if (isCovered) office.desk.cover();
      office.desk.lock('itself');

      // when
      valueOf(await call(office, unlockVault, { signInName, password }));

      // then
      const at = valueOf(await call(office, readInterrupted, null));
      expect(at).toEqual({ kind: 'case', caseId });
      expect(kindOf(await call(office, readCase, { caseId }))).toBe('GateArmed');
    },
  );

  test('nobody is led back to a case from which they went on to look for another', async () => {
    const { office, id } = await officeWithVisit();
    const { caseId } = valueOf(await call(office, confirmAlone, { id }));
    valueOf(await call(office, confirmStaffOnly, null));
    valueOf(await call(office, readCase, { caseId }));
    valueOf(await call(office, findCases, { words: '', after: 0, count: 10 }));
    office.desk.lock('itself');
    valueOf(await call(office, unlockVault, { signInName, password }));
    expect(valueOf(await call(office, readInterrupted, null))).toBeNull();
  });

  test('nobody is led back to a visit that was left, or after locking by choice', async () => {
    const { office } = await officeWithVisit();
    valueOf(await call(office, lockVault, null));
    valueOf(await call(office, unlockVault, { signInName, password }));
    expect(valueOf(await call(office, readInterrupted, null))).toBeNull();

    const left = await officeWithVisit();
    left.office.desk.armGate('break');
    left.office.desk.lock('itself');
    valueOf(await call(left.office, unlockVault, { signInName, password }));
    expect(valueOf(await call(left.office, readInterrupted, null))).toBeNull();
  });
});

describe('the PIN', () => {
  test('is right, wrong or not there, and gone after the lock', async () => {
    const office = await openedOffice();
    const { pin } = office.desk;
    expect(pin.check('2846')).toBe('none');
    valueOf(await call(office, choosePin, { digits: '2846' }));
    expect([pin.check('2846'), pin.check('2847'), pin.check('28460')]).toEqual([
      'right',
      'wrong',
      'wrong',
    ]);
    office.desk.lock();
    expect(pin.check('2846')).toBe('none');
  });

  test('is refused when it is the first that somebody would try, or no PIN at all', async () => {
    const office = await openedOffice();
    expect(kindOf(await call(office, choosePin, { digits: '1234' }))).toBe('PinTooPlain');
    for (const digits of ['', '123', '1234567', '12a4', '１２４８'])
      expect(kindOf(await call(office, choosePin, { digits }))).toBe('Refused');
    expect(office.desk.pin.check('1234')).toBe('none');
  });

  // That its hash is salted cannot be shown here: nothing hands the hash out.
  test('is of one session alone, and another one takes its place', () => {
    const [mine, other] = [createSessionPin(), createSessionPin()];
    mine.choose('2846');
    expect([mine.check('2846'), other.check('2846')]).toEqual(['right', 'none']);
    mine.choose('5079');
    expect([mine.check('2846'), mine.check('5079')]).toEqual(['wrong', 'right']);
  });
});

test('the times are kept with the facility, within their bounds', async () => {
  const office = await openedOffice();
  const before = valueOf(await call(office, readFacility, null));
  expect(before.watch).toEqual({ coverAfterSeconds: 120, lockAfterMinutes: 15 });
  const watch = { coverAfterSeconds: 30, lockAfterMinutes: 5 };
  valueOf(await call(office, changeFacility, { ...before, watch }));
  expect(valueOf(await call(office, readFacility, null)).watch).toEqual(watch);
  const tooLong = { coverAfterSeconds: 3_000, lockAfterMinutes: 5 };
  expect(kindOf(await call(office, changeFacility, { ...before, watch: tooLong }))).toBe('Refused');
});
