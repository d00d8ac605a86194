import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { agreementsInForce } from '#core/domain/consent.ts';
import { makeBackup } from '#core/ipc/backup-channels.ts';
import * as restore from '#core/ipc/backup-channels.ts';
import { confirmAlone, listEncounters, startEncounter } from '#core/ipc/encounter-channels.ts';
import { readConsent, recordConsent } from '#core/ipc/consent-channels.ts';
import { printSheet } from '#core/ipc/sheet-channels.ts';
import { unlockVault } from '#core/ipc/vault-channels.ts';
import { readEncounter } from '../../electron/vault/repositories/encounter.ts';
import { call, type Office, openOffice } from '../routes/office.ts';
import {
  agreeTo,
  consentRequest,
  helper,
  referralDraft,
  referralOrder,
  saveAtOnce,
} from '../routes/visits.ts';
import {
  kindOf,
  sampleRequest,
  storeIn,
  typedDraft,
  unlockSample,
  valueOf,
  withBitFlipped,
} from '../support/vault.ts';
import { officeWithStick } from './stick.ts';

const { signInName, password } = sampleRequest;

async function goBack(office: Office, stick: string) {
  const [copy] = valueOf(await call(office, restore.listCopiesIn, { folder: stick }));
  const inspected = await call(office, restore.inspectCopy, {
    folder: stick,
    name: copy?.name ?? 'copy-000000-00000000',
    signInName,
    password,
  });
  if (!inspected.ok) return inspected;
  valueOf(await call(office, restore.goBackToCopy, null));
  return inspected;
}

describe('going back to a copy', () => {
  test('says what is lost, in numbers, and keeps the store that was there', async () => {
    // given
    const { office, id, stick } = await officeWithStick();
    valueOf(await call(office, makeBackup, null));
    valueOf(await saveAtOnce(office, id, typedDraft({ alias: 'Later' })));
    valueOf(await saveAtOnce(office, id, typedDraft({ alias: 'Latest' })));
    valueOf(await call(office, recordConsent, consentRequest(id, ['alias'])));
    valueOf(await call(office, startEncounter, null));

    // when
    const inspected = valueOf(await goBack(office, stick));

    // then
    expect(inspected.loss).toEqual({ kind: 'counted', encounters: 1, consentEntries: 7, saves: 3 });
    expect(office.desk.vault.state().kind).toBe('locked');
    valueOf(await unlockSample(office.desk.vault));
    expect(valueOf(await call(office, listEncounters, null))).toHaveLength(1);
    expect(readEncounter(office.desk.session(), id)?.draft).toEqual(typedDraft());
    const [aside] = readdirSync(office.folder).filter((name) => name.startsWith('aside-'));
    expect(readdirSync(join(office.folder, aside ?? '')).toSorted()).toEqual([
      'access-a.json',
      'access-b.json',
      'records.db',
    ]);
  });

  test('ends every yes of the copy: it may have been taken back since', async () => {
    // given
    const { office, id, stick } = await officeWithStick();
    valueOf(await agreeTo(office, id, ['alias']));
    valueOf(await call(office, makeBackup, null));
    valueOf(await agreeTo(office, id, []));
    const agreed = async () => {
      valueOf(await call(office, confirmAlone, { id }));
      const entries = valueOf(await call(office, readConsent, { encounterId: id }));
      return [...agreementsInForce(entries, helper, office.clock.now()).keys()];
    };

    // when
    office.clock.passDays(1);
    valueOf(await goBack(office, stick));
    office.clock.passDays(1);
    valueOf(await unlockSample(office.desk.vault));

    // then
    expect(await agreed()).toEqual([]);
    valueOf(await agreeTo(office, id, ['alias']));
    expect(await agreed()).toEqual(['alias']);
  });

  test('keeps nobody from agreeing afterwards, also where the clock does not go on', async () => {
    // given a machine that wakes up in another year, whose date nobody gives
    const { office, id, stick } = await officeWithStick();
    valueOf(await agreeTo(office, id, ['alias']));
    valueOf(await call(office, makeBackup, null));
    office.desk.lock();
    office.clock.set('2001-01-01T00:00:00.000Z');
    valueOf(await unlockSample(office.desk.vault));
    valueOf(await goBack(office, stick));
    valueOf(await unlockSample(office.desk.vault));
    valueOf(await call(office, confirmAlone, { id }));
    valueOf(await saveAtOnce(office, id, referralDraft()));
    const print = async () => kindOf(await call(office, printSheet, referralOrder(id)));
    expect(await print()).toBe('ConsentMissing');

    // when
    valueOf(await agreeTo(office, id, ['alias']));

    // then
    expect(await print()).toBe('ok');
  });

  test('ends every yes also when the clock was ahead at that moment, and was put right', async () => {
    // given
    const { office, id, stick } = await officeWithStick();
    const before = office.clock.now();
    valueOf(await saveAtOnce(office, id, referralDraft()));
    valueOf(await agreeTo(office, id, ['alias']));
    valueOf(await call(office, makeBackup, null));
    valueOf(await agreeTo(office, id, []));

    // when
    office.clock.passDays(400);
    valueOf(await goBack(office, stick));
    office.clock.set(before);
    office.clock.passDays(1);
    valueOf(await unlockSample(office.desk.vault));
    valueOf(await call(office, confirmAlone, { id }));

    // then
    const print = async () => kindOf(await call(office, printSheet, referralOrder(id)));
    expect(await print()).toBe('ConsentMissing');
    valueOf(await agreeTo(office, id, ['alias']));
    expect(await print()).toBe('ok');
  });

  test('from the start screen works where the store is gone, damaged or without its slot file', async () => {
    const damages: Readonly<Record<string, (folder: string) => void>> = {
      'the store is gone': (folder) => rmSync(storeIn(folder)),
      'the store is cut': (folder) =>
        writeFileSync(storeIn(folder), readFileSync(storeIn(folder)).subarray(0, 9_000)),
      'the slot files are gone': (folder) =>
        ['access-a.json', 'access-b.json'].forEach((name) => rmSync(join(folder, name))),
      'all is gone': (folder) => rmSync(folder, { recursive: true }),
    };
    for (const [what, damage] of Object.entries(damages)) {
      // given
      const { office, id, stick } = await officeWithStick();
      valueOf(await call(office, makeBackup, null));
      office.desk.lock();
      const refused = [
        kindOf(await call(office, restore.listCopiesIn, { folder: stick })),
        kindOf(
          await call(office, restore.inspectCopy, {
            folder: stick,
            name: 'copy-000001-20310305',
            signInName,
            password,
          }),
        ),
        kindOf(await call(office, restore.goBackToCopy, null)),
      ];
      expect({ what, refused }).toEqual({ what, refused: Array(3).fill('NotAllowed') });
      damage(office.folder);
      const again = openOffice(office.folder);
      await call(again, unlockVault, {
        signInName,
        password,
      });

      // when
      const inspected = valueOf(await goBack(again, stick));

      // then
      expect({ what, loss: inspected.loss }).toEqual({
        what,
        loss: what.includes('slot')
          ? { kind: 'counted', encounters: 0, consentEntries: 0, saves: 0 }
          : what === 'all is gone'
            ? { kind: 'uncountable' }
            : { kind: 'marked', saves: 0 },
      });
      valueOf(await unlockSample(again.desk.vault));
      valueOf(await call(again, confirmAlone, { id }));
      again.desk.lock();
    }
  });

  test('is refused for a damaged copy, a wrong password and the copy of another place, and nothing changes', async () => {
    // given
    const { office, stick } = await officeWithStick();
    const other = await officeWithStick();
    valueOf(await call(office, makeBackup, null));
    valueOf(await call(other.office, makeBackup, null));
    const [name = ''] = readdirSync(stick);
    const whole = readFileSync(join(stick, name, 'records.db'));

    // when
    const ask = async (request: object = {}) =>
      kindOf(
        await call(office, restore.inspectCopy, {
          folder: stick,
          name,
          signInName,
          password,
          ...request,
        }),
      );

    // then
    expect(await ask()).toBe('ok');
    expect(await ask({ password: 'not the right words' })).toBe('WrongPassword');
    expect(await ask({ folder: other.stick })).toBe('CopyOfAnother');
    for (let page = 0; page < whole.length / 4_096; page += 1) {
      writeFileSync(
        join(stick, name, 'records.db'),
        withBitFlipped(whole, page * 4_096 + 1_500, page % 8),
      );
      expect({ page, answer: await ask() }).toEqual({ page, answer: 'CopyUnusable' });
    }
    expect(existsSync(join(office.folder, 'records.db'))).toBe(true);
    expect(readdirSync(office.folder).filter((found) => found.startsWith('aside-'))).toEqual([]);
  });
});
