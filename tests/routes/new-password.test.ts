import { describe, expect, test } from 'vitest';
import { addMember } from '#core/ipc/staff-channels.ts';
import { changePassword, setUpVault, suggestPassword } from '#core/ipc/vault-channels.ts';
import { kindOf, sampleRequest, valueOf } from '../support/vault.ts';
import { call, openedOffice, openOffice } from './office.ts';

const tooCommon = {
  ok: false,
  error: { kind: 'PasswordRejected', problem: { kind: 'TooCommon' } },
} as const;

describe('a password that many people choose', () => {
  test('is refused at set-up, and no vault is made', async () => {
    const office = openOffice();
    const request = { ...sampleRequest, password: 'Welcome-Password-2026' };
    expect(await call(office, setUpVault, request)).toEqual(tooCommon);
    expect(office.desk.vault.state().kind).toBe('empty');
  });

  test('is refused when somebody changes theirs, and the old one goes on opening', async () => {
    const office = await openedOffice();
    const old = sampleRequest.password;
    expect(await call(office, changePassword, { old, next: 'iloveyouforever2' })).toEqual(
      tooCommon,
    );
    office.desk.lock();
    const opened = await office.desk.vault.unlock(sampleRequest.signInName, old);
    expect(kindOf(opened)).toBe('ok');
  });
});

test('is refused for a new member too', async () => {
  const office = await openedOffice();
  const request = { displayName: 'X', role: 'clinician', signInName: 'ombrellino' } as const;
  const password = 'Hospital-Password-1';
  expect(await call(office, addMember, { ...request, password })).toEqual(tooCommon);
});

describe('a password that the program suggests', () => {
  test('is taken and opens', async () => {
    const office = openOffice();
    const { password } = valueOf(await call(office, suggestPassword, null));
    expect(kindOf(await call(office, setUpVault, { ...sampleRequest, password }))).toBe('ok');
    office.desk.lock();
    expect(kindOf(await office.desk.vault.unlock(sampleRequest.signInName, password))).toBe('ok');
  });
});
