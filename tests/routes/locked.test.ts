import { writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readStatus } from '#core/ipc/app-channels.ts';
import { setUpVault, unlockVault } from '#core/ipc/vault-channels.ts';
import { alwaysAnswered } from './always-answered.ts';
import { call, openOffice } from './office.ts';
import { officeWithVisit } from './visits.ts';
import { soundRequests } from './requests.ts';
import { freshFolder, kindOf, sampleRequest, storeIn, valueOf } from '../support/vault.ts';

const { facility, displayName, password } = sampleRequest;

describe('while the vault is locked', () => {
  test('nothing is answered but what the lock screen needs', async () => {
    // given
    const { office, id } = await officeWithVisit();
    office.desk.lock();
    let tried = 0;

    for (const { name, caller } of office.routes.filter(
      (route) => !alwaysAnswered.includes(route.name),
    )) {
      // when
      const answer = await office.dispatch(caller, {
        channel: name,
        request: soundRequests(id)[name],
      });

      // then
      expect({ name, answer }).toEqual({ name, answer: { ok: false, error: { kind: 'Locked' } } });
      tried += 1;
    }
    expect(tried).toBeGreaterThan(90);
  });

  test('the list of what is always answered is this one', () => {
    const office = openOffice(freshFolder());
    const names = office.routes.filter(({ access }) => access === 'always').map(({ name }) => name);
    expect(names.toSorted()).toEqual(alwaysAnswered);
  });

  test('the status names nobody', async () => {
    // given
    const { office } = await officeWithVisit();
    expect(valueOf(await call(office, readStatus, null)).vault).toMatchObject({
      kind: 'open',
      member: { displayName },
    });

    // when
    office.desk.lock();

    // then
    expect(valueOf(await call(office, readStatus, null)).vault).toEqual({ kind: 'locked' });
  });

  test('the status says when there is no vault yet, and when it cannot be used', async () => {
    const folder = freshFolder();
    const office = openOffice(folder);
    expect(valueOf(await call(office, readStatus, null)).vault).toEqual({ kind: 'empty' });
    writeFileSync(storeIn(folder), 'a store without a slot file');
    expect(valueOf(await call(office, readStatus, null)).vault).toEqual({
      kind: 'unusable',
      problem: { kind: 'KeyFileMissing', folder },
    });
  });
});

describe('signing in', () => {
  test.each([
    'Marmolada.Okapi',
    'marmolada.okapi',
    '  MARMOLADA.OKAPI\t',
    '\uff2darmolada.okapi',
    'marmolada\u2024okapi',
  ])('takes the name as %j', async (signInName) => {
    // given
    const office = openOffice();
    const setUp = { facility, displayName, signInName: ' Marmolada.Okapi ', password };
    valueOf(await call(office, setUpVault, setUp));
    office.desk.lock();

    // when, then
    expect(kindOf(await call(office, unlockVault, { signInName, password }))).toBe('ok');
  });

  test.each(['marmolada okapi', 'marmoladaokapi', 'marmolada.okap\u0456'])(
    'does not take %j for it',
    async (signInName) => {
      // given
      const office = openOffice();
      const setUp = { facility, displayName, signInName: 'Marmolada.Okapi', password };
      valueOf(await call(office, setUpVault, setUp));
      office.desk.lock();

      // when, then
      expect(kindOf(await call(office, unlockVault, { signInName, password }))).toBe(
        'WrongPassword',
      );
    },
  );

  test.each(['Marmolada', '\u210cannah', '\u00a8marmolada', 'I\u0307zmir'])(
    'takes %j also when the page has put it in order before',
    async (typed) => {
      // given a page that parses its own form, as that of set-up does
      const office = openOffice();
      const signInName = setUpVault.request.shape.signInName.parse(typed);
      valueOf(await call(office, setUpVault, { facility, displayName, signInName, password }));
      office.desk.lock();

      // when, then
      expect(kindOf(await call(office, unlockVault, { signInName: typed, password }))).toBe('ok');
    },
  );

  test('hears at set-up what is wrong with a password', async () => {
    const office = openOffice();
    const signInName = 'Marmolada.Okapi';
    const short = { facility, displayName, signInName, password: 'fourteen-chars' };
    expect(await call(office, setUpVault, short)).toEqual({
      ok: false,
      error: { kind: 'PasswordRejected', problem: { kind: 'TooShort', atLeast: 15 } },
    });
    const own = { ...short, password: `${signInName}12` };
    expect(await call(office, setUpVault, own)).toMatchObject({
      error: { kind: 'PasswordRejected', problem: { kind: 'ContainsOwnName' } },
    });
  });

  test('hears the same of a wrong password and of a name that nobody has', async () => {
    // given
    const { office } = await officeWithVisit();
    office.desk.lock();

    // when
    const wrong = await call(office, unlockVault, { signInName: 'marmolada.okapi', password: 'x' });
    const unknown = await call(office, unlockVault, { signInName: 'nobody', password });

    // then
    expect(wrong).toEqual({ ok: false, error: { kind: 'WrongPassword' } });
    expect(unknown).toEqual(wrong);
  });
});
