import { describe, expect, test } from 'vitest';
import { startEncounter } from '#core/ipc/encounter-channels.ts';
import * as channels from '#core/ipc/recovery-channels.ts';
import { lockVault } from '#core/ipc/vault-channels.ts';
import { kindOf, sampleRequest, valueOf } from '../support/vault.ts';
import { call, openOffice } from './office.ts';

/** Set up, with its lead signed in, and no recovery sheets yet. */
async function newOffice() {
  const office = openOffice();
  valueOf(await office.desk.vault.setUp(sampleRequest));
  return office;
}

function textsOf(sheets: readonly (readonly string[])[]): [string, string] {
  const [first = [], second = []] = sheets;
  return [first.join(' '), second.join(' ')];
}

describe('before anybody has tried two recovery sheets', () => {
  test('no visit begins, and from then on they do', async () => {
    // given
    const office = await newOffice();
    expect(kindOf(await call(office, startEncounter, null))).toBe('RecoveryNotProven');

    // when
    const sheets = textsOf(valueOf(await call(office, channels.writeRecovery, null)));
    expect(kindOf(await call(office, startEncounter, null))).toBe('RecoveryNotProven');
    valueOf(await call(office, channels.proveRecovery, { sheets }));

    // then
    expect(kindOf(await call(office, startEncounter, null))).toBe('ok');
  });
});

describe('sheets from the printer', () => {
  test('are three documents, each with fifteen words and nothing that says where it belongs', async () => {
    const office = await newOffice();
    valueOf(await call(office, channels.printRecovery, null));
    expect(office.pressed).toHaveLength(3);
    const all = JSON.stringify(office.pressed);
    for (const text of ['Quietroom', sampleRequest.facility.name, sampleRequest.displayName])
      expect(all).not.toContain(text);
    const [first, second] = office.pressed.map(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'share' ? block.words : [])),
    );
    expect(first).toHaveLength(15);
    const sheets = textsOf([first ?? [], second ?? []]);
    expect(kindOf(await call(office, channels.proveRecovery, { sheets }))).toBe('ok');
  });
});

describe('at the lock screen', () => {
  test('two sheets let the lead choose a password, and one does not', async () => {
    // given
    const office = await newOffice();
    const sheets = textsOf(valueOf(await call(office, channels.writeRecovery, null)));
    valueOf(await call(office, channels.proveRecovery, { sheets }));
    valueOf(await call(office, lockVault, null));

    // when
    const [first] = sheets;
    const one = await call(office, channels.lookWithSheets, { sheets: [first, first] });
    const [lead] = valueOf(await call(office, channels.lookWithSheets, { sheets }));
    const password = 'pelican brocade fourteen sump';
    const request = { sheets, member: lead?.id ?? '', signInName: 'okapi', password };
    const recovered = valueOf(await call(office, channels.recover, request));

    // then
    expect(kindOf(one)).toBe('SameSheetTwice');
    expect(recovered.displayName).toBe(sampleRequest.displayName);
    expect(valueOf(await call(office, channels.readRecovery, null)).proven).toBe('used');
    // and a visit may begin: somebody may be sitting there
    expect(kindOf(await call(office, startEncounter, null))).toBe('ok');
  });
});
