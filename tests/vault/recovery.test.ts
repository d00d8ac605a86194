import { describe, expect, test } from 'vitest';
import { StaffId } from '#core/domain/staff.ts';
import type { TypedSheets } from '../../electron/vault/recovery-keys.ts';
import { proveSheets, recoveryStateOf } from '../../electron/vault/recovery.ts';
import { madeSheets, provenSheets } from '../../build/bench/recovery-sheets.ts';
import {
  kindOf,
  lockedVault,
  sampleRequest,
  sessionOf,
  slotsIn,
  slotTableOf,
  tamperSlots,
  testVault,
  unlockSample,
  valueOf,
} from '../support/vault.ts';
import { eventsOf, next, recover, withSheets } from './sheets.ts';

describe('two of three sheets', () => {
  test.each([
    [0, 1],
    [1, 0],
    [0, 2],
    [2, 1],
  ] as const)('open for the lead, who chooses another password: sheets %i and %i', async (a, b) => {
    // given a vault whose password nobody remembers
    const { folder, vault, sheets, member } = await withSheets();
    const typed: TypedSheets = [sheets[a], sheets[b]];

    // when
    const leads = valueOf(await vault.membersBySheets(typed));
    valueOf(await recover(vault, typed, member));

    // then the same member is in, by the same keys, and the log says how
    expect(leads).toEqual([{ id: member, displayName: sampleRequest.displayName }]);
    expect(sessionOf(vault).member.id).toBe(member);
    expect(eventsOf(vault)).toContainEqual({ kind: 'recovery', member });
    const keys = sessionOf(vault).keys.boxPublic;
    vault.lock();
    // and the old name and password are gone
    const elsewhere = testVault(folder);
    expect(kindOf(await unlockSample(elsewhere))).toBe('WrongPassword');
    expect(kindOf(await elsewhere.unlock('okapi', sampleRequest.password))).toBe('WrongPassword');
    valueOf(await elsewhere.unlock('okapi', next));
    expect(sessionOf(elsewhere).keys.boxPublic.equals(keys)).toBe(true);
  });

  test('may be typed with four letters a word, in capitals, with the numbers', async () => {
    const { vault, sheets } = await withSheets();
    const short = sheets[0]
      .split(' ')
      .map((word, at) => `${at + 1}. ${word.slice(0, 4).toUpperCase()}`)
      .join('\n');
    expect(kindOf(await vault.membersBySheets([short, sheets[1]]))).toBe('ok');
  });

  test('open a name that was closed after 100 wrong passwords', async () => {
    // given
    const { vault, sheets, member } = await withSheets();
    for (let time = 0; time < 100; time += 1)
      await vault.unlock(sampleRequest.signInName, 'not this one at all');
    expect(kindOf(await unlockSample(vault))).toBe('TriesUsedUp');

    // when
    const { signInName } = sampleRequest;
    valueOf(
      await vault.recover({ typed: [sheets[1], sheets[2]], member, signInName, password: next }),
    );
    vault.lock();

    // then
    expect(kindOf(await vault.unlock(signInName, next))).toBe('ok');
  });

  test('are due to be made anew once they were used, and go on opening until then', async () => {
    const { vault, sheets, member } = await withSheets();
    valueOf(await recover(vault, [sheets[0], sheets[1]], member));
    expect(recoveryStateOf(sessionOf(vault)).proven).toBe('used');
    vault.lock();
    expect(kindOf(await vault.membersBySheets([sheets[0], sheets[1]]))).toBe('ok');
  });
});

describe('what opens nothing', () => {
  test('is one sheet, however often', async () => {
    const { vault, sheets } = await withSheets();
    expect(kindOf(await vault.membersBySheets([sheets[0], sheets[0]]))).toBe('SameSheetTwice');
    expect(kindOf(await vault.membersBySheets([sheets[0], '']))).toBe('SheetIncomplete');
  });

  test('is an older set, once two sheets of a newer one were typed back', async () => {
    // given
    const { folder, vault, sheets: old, member } = await withSheets();
    valueOf(await unlockSample(vault));
    const unproven = await madeSheets(sessionOf(vault));
    vault.lock();
    // while nobody has tried the new ones, the old ones count
    expect(await vault.membersBySheets([unproven[0], unproven[1]])).toMatchObject({
      error: { kind: 'SheetOfAnotherSet', sheet: 1 },
    });
    expect(kindOf(await vault.membersBySheets([old[0], old[1]]))).toBe('ok');

    // when
    valueOf(await unlockSample(vault));
    const typed: TypedSheets = [unproven[2], unproven[0]];
    valueOf(await proveSheets(sessionOf(vault), folder, typed, () => true));
    vault.lock();

    // then
    expect(kindOf(await recover(vault, [old[0], old[1]], member))).toBe('SheetOfAnotherSet');
    expect(kindOf(await recover(vault, [unproven[0], old[1]], member))).toBe('SheetOfAnotherSet');
    expect(kindOf(await recover(vault, [unproven[0], unproven[1]], member))).toBe('ok');
  });

  test('is a set of a vault that never had any', async () => {
    const { vault } = await lockedVault();
    const { sheets } = await withSheets();
    expect(kindOf(await vault.membersBySheets([sheets[0], sheets[1]]))).toBe('NoSheetsCount');
  });

  test('is a slot file of before the newer set, put back by somebody with older sheets', async () => {
    // given
    const { folder, vault, sheets: old } = await withSheets();
    const before = slotTableOf(folder);
    valueOf(await unlockSample(vault));
    await provenSheets(sessionOf(vault), folder);
    vault.lock();

    // when
    tamperSlots(folder, () => before);

    // then the store, which knows the set that counts, says no
    expect(kindOf(await vault.membersBySheets([old[0], old[1]]))).toBe('NoSheetsCount');
  });

  test('a request that is refused changes nothing', async () => {
    const { folder, vault, sheets, member } = await withSheets();
    const before = slotsIn(folder);
    const typed: TypedSheets = [sheets[0], sheets[1]];
    expect(kindOf(await recover(vault, typed, member, 'short'))).toBe('PasswordRejected');
    const stranger = StaffId.parse('0198c0de-0000-7000-8000-000000000009');
    expect(kindOf(await recover(vault, typed, stranger))).toBe('MemberUnknown');
    expect(slotsIn(folder)).toEqual(before);
    expect(vault.state().kind).toBe('locked');
  });

  test('a lock overtakes a recovery, and nothing is changed', async () => {
    const { folder, vault, sheets, member } = await withSheets();
    const before = slotsIn(folder);
    const recovering = recover(vault, [sheets[0], sheets[1]], member);
    vault.lock();
    expect(kindOf(await recovering)).toBe('LockedMeanwhile');
    expect(slotsIn(folder)).toEqual(before);
  });
});
