import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { confirmAlone } from '#core/ipc/encounter-channels.ts';
import * as printing from '#core/ipc/printing-channels.ts';
import { changeFacility, readFacility } from '#core/ipc/facility-channels.ts';
import { printSheet, saveSheet } from '#core/ipc/sheet-channels.ts';
import { addMember } from '#core/ipc/staff-channels.ts';
import { lockVault, unlockVault } from '#core/ipc/vault-channels.ts';
import type { Standing } from '#core/sheet/printing.ts';
import { readyPress } from '../support/press.ts';
import { freshFolder, kindOf, sampleRequest, valueOf } from '../support/vault.ts';
import { call, type Office } from './office.ts';
import { colleague } from './two-members.ts';
import {
  agreeTo,
  officeWithReferral,
  officeWithVisit,
  referralOrder,
  referralDraft,
  saveAtOnce,
  takeBackYes,
} from './visits.ts';

const paper = { bytes: Buffer.from('%PDF-made-up'), pages: 1 };

/** A visit with a consented referral, in front of a printer that does as it is told. */
async function officeWithPrinter(standing: Standing) {
  let now = standing;
  const takenBack: string[] = [];
  let sent = 0;
  const ready = readyPress(async () => paper);
  const press = {
    ...ready,
    async send(...about: Parameters<typeof ready.send>) {
      sent += 1;
      return ready.send(...about);
    },
    look: async (): Promise<Standing> => now,
    async takeBack({ id }: { readonly id: string }) {
      takenBack.push(id);
      now = { kind: 'ended', isPrinterThere: true };
    },
  };
  const { office, id, order } = await officeWithReferral(press);
  return {
    office,
    id,
    takenBack,
    sent: () => sent,
    print: () => call(office, printSheet, order),
    jobs: async () => valueOf(await call(office, printing.listPrintJobs, { encounterId: id })),
    becomes: (next: Standing) => (now = next),
  };
}

const waiting: Standing = { kind: 'waiting', hasBegun: false, problem: null };

describe('a sheet that waits for the printer', () => {
  test('is taken back when the person takes back their yes, and then cannot be printed', async () => {
    // given
    const { office, id, takenBack, sent, print, jobs } = await officeWithPrinter(waiting);
    valueOf(await print());

    // when
    valueOf(await takeBackYes(office, id));
    await office.book.look();

    // then
    expect(takenBack).toHaveLength(1);
    const [kept] = await jobs();
    expect(kept?.state.kind).toBe('kept');
    const again = await call(office, printing.printAgain, { id: kept?.id ?? '', tray: 'empty' });
    expect(again).toEqual({ ok: false, error: { kind: 'ConsentMissing' } });
    expect(sent()).toBe(1);
    expect(await jobs()).toEqual([]);
  });

  test('is gone from the list once it has come out', async () => {
    const { office, print, jobs, becomes } = await officeWithPrinter(waiting);
    valueOf(await print());
    await office.book.look();
    expect(await jobs()).toMatchObject([{ sheet: 'referral', state: { kind: 'queued' } }]);
    becomes({ kind: 'printed' });
    await office.book.look();
    expect(await jobs()).toEqual([]);
  });

  test('that came out while it was locked keeps no colleague from working who has no key to it', async () => {
    // given
    const { office, id, print, becomes, jobs } = await officeWithPrinter(waiting);
    valueOf(await call(office, addMember, colleague));
    await signBackIn(office);
    valueOf(await call(office, confirmAlone, { id }));
    valueOf(await print());
    valueOf(await call(office, lockVault, null));
    becomes({ kind: 'printed' });
    await office.book.look();

    // when
    const { signInName, password } = colleague;
    valueOf(await call(office, unlockVault, { signInName, password }));
    await office.book.look();

    // then, and whoever has the key learns of it
    expect(valueOf(await call(office, printing.listPrintJobs, { encounterId: null }))).toEqual([]);
    valueOf(await call(office, lockVault, null));
    await signBackIn(office);
    valueOf(await call(office, confirmAlone, { id }));
    await office.book.look();
    expect(await jobs()).toEqual([]);
  });

  test('outlives a lock, and what came of it meanwhile is known afterwards', async () => {
    // given
    const { office, id, print, jobs, becomes } = await officeWithPrinter(waiting);
    valueOf(await print());
    valueOf(await call(office, lockVault, null));

    // when
    becomes({ kind: 'ended', isPrinterThere: true });
    await office.book.look();
    await signBackIn(office);

    // then
    await office.book.look();
    expect(await call(office, printing.listPrintJobs, { encounterId: id })).toEqual({
      ok: false,
      error: { kind: 'GateArmed' },
    });
    valueOf(await call(office, confirmAlone, { id }));
    expect(await jobs()).toMatchObject([{ state: { kind: 'kept', mayBeOut: true } }]);
  });

  test('is not printed again before somebody has looked whether it came out', async () => {
    const { office, print, jobs, sent, becomes } = await officeWithPrinter(waiting);
    valueOf(await print());
    becomes({ kind: 'ended', isPrinterThere: true });
    await office.book.look();
    const [kept] = await jobs();
    const ask = (tray: 'empty' | 'not-looked') =>
      call(office, printing.printAgain, { id: kept?.id ?? '', tray });

    expect(await ask('not-looked')).toEqual({ ok: false, error: { kind: 'LookFirst' } });
    expect(sent()).toBe(1);
    const both = await Promise.all([ask('empty'), ask('empty')]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(sent()).toBe(2);
  });
});

test('a sheet whose yes is taken back while it is drawn is in no file and not printed', async () => {
  // given
  let takeBack = async () => {};
  let sent = 0;
  const ready = readyPress(async () => {
    await takeBack();
    return paper;
  });
  const send: typeof ready.send = async (...about) => {
    sent += 1;
    return ready.send(...about);
  };
  const { office, id } = await officeWithVisit(join(freshFolder(), 'vault'), { ...ready, send });
  const folder = freshFolder();
  const facility = valueOf(await call(office, readFacility, null));
  valueOf(await call(office, changeFacility, { ...facility, saving: { kind: 'folder', folder } }));
  const order = referralOrder(id);
  for (const leave of [
    () => call(office, saveSheet, order),
    () => call(office, printSheet, order),
  ]) {
    takeBack = async () => {};
    valueOf(await saveAtOnce(office, id, referralDraft()));
    valueOf(await agreeTo(office, id, ['alias']));
    takeBack = async () => void valueOf(await takeBackYes(office, id));

    // when, then
    expect(kindOf(await leave())).toBe('ConsentMissing');
  }
  expect(readdirSync(folder)).toEqual([]);
  expect(sent).toBe(0);
});

test('the printer that a member chose is theirs after the next sign-in too', async () => {
  const { office } = await officeWithPrinter(waiting);
  valueOf(await call(office, printing.choosePrinter, { printer: 'upstairs' }));
  valueOf(await call(office, printing.noteToldOfQueue, null));
  valueOf(await call(office, lockVault, null));
  await signBackIn(office);
  expect(valueOf(await call(office, printing.readPrinters, null))).toMatchObject({
    chosen: 'upstairs',
    wasTold: true,
  });
});

async function signBackIn(office: Office): Promise<void> {
  const { signInName, password } = sampleRequest;
  valueOf(await call(office, unlockVault, { signInName, password }));
}
