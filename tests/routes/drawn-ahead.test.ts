import { describe, expect, test, vi } from 'vitest';
import type { EncounterId } from '#core/domain/encounter.ts';
import { confirmStaffOnly } from '#core/ipc/case-channels.ts';
import { armGate, startEncounter } from '#core/ipc/encounter-channels.ts';
import { previewSheet, printSheet } from '#core/ipc/sheet-channels.ts';
import { lockVault } from '#core/ipc/vault-channels.ts';
import type { Paper } from '#core/sheet/paper.ts';
import { plainFormat } from '#core/sheet/paper.ts';
import { readyPress } from '../support/press.ts';
import { kindOf, valueOf } from '../support/vault.ts';
import { call, type Office } from './office.ts';
import {
  officeWithReferral,
  referralDraft,
  saveAtOnce,
  takeBackYes,
  previewReferral,
} from './visits.ts';

/** A slow machine is no fault of a sheet. */
const patiently = { timeout: 60_000 };

/** A visit with a consented referral, in front of a press that numbers its papers. */
async function officeWithPress() {
  const drawn: Paper[] = [];
  const sent: string[] = [];
  const ready = readyPress(async () => {
    const paper = { bytes: Buffer.from(`paper ${drawn.length + 1}`), pages: 1 };
    drawn.push(paper);
    return paper;
  });
  const press = {
    ...ready,
    async send(paper: Paper, to: Parameters<typeof ready.send>[1]) {
      sent.push(wordsOf(paper));
      return ready.send(paper, to);
    },
  };
  const { office, id, order } = await officeWithReferral(press);
  return {
    office,
    id,
    drawn,
    sent,
    print: (format = plainFormat) => call(office, printSheet, { ...order, format }),
    /** Looks at the sheet for as long as it takes until it is drawn. */
    look: async () => {
      const before = drawn.length;
      valueOf(await call(office, previewSheet, order));
      await vi.waitFor(() => expect(drawn).toHaveLength(before + 1), patiently);
    },
  };
}

function wordsOf({ bytes }: Paper): string {
  return Buffer.from(bytes).toString();
}

/** All that shuts what was open, or changes what may be passed on. */
const shutting: Readonly<Record<string, (office: Office, id: EncounterId) => unknown>> = {
  'the gate is armed': (office) => call(office, armGate, null),
  'another visit begins': (office) => call(office, startEncounter, null),
  'only staff are there': (office) => call(office, confirmStaffOnly, null),
  'the cover comes': ({ desk }) => desk.cover(),
  'the records lock': (office) => call(office, lockVault, null),
  'a yes is taken back': takeBackYes,
};

describe('a sheet that is looked at', () => {
  test('is drawn before anybody asks, once for every press and every number of copies', async () => {
    // given
    const { drawn, sent, print, look } = await officeWithPress();
    await look();

    // when
    for (const copies of [1, 1, 3]) valueOf(await print({ ...plainFormat, copies }));

    // then
    expect(sent).toEqual(['paper 1', 'paper 1', 'paper 1']);
    expect(drawn).toHaveLength(1);
  });

  test('is drawn anew when it would not be the same', async () => {
    // given
    const { office, id, sent, print, look } = await officeWithPress();
    await look();

    // when
    valueOf(await print({ ...plainFormat, size: 'A5' }));
    valueOf(await saveAtOnce(office, id, referralDraft({ alias: 'Somebody else' })));
    valueOf(await print());

    // then
    expect(sent).toEqual(['paper 2', 'paper 3']);
  });

  test('is not drawn twice when it is printed before it was drawn', async () => {
    // given
    const { drawn, print, office, id, sent, look } = await officeWithPress();
    valueOf(await previewReferral(office, id));

    // when it is printed at once, and then another sheet is looked at until that is drawn
    valueOf(await print());
    expect(sent).toEqual(['paper 1']);
    valueOf(await saveAtOnce(office, id, referralDraft({ alias: 'Somebody else' })));
    await look();

    // then
    expect(drawn).toHaveLength(2);
  });

  test.each(Object.entries(shutting))('is wiped when %s', async (_, shut) => {
    // given
    const { office, id, drawn, look } = await officeWithPress();
    await look();
    expect(drawn.map(wordsOf)).toEqual(['paper 1']);

    // when
    await shut(office, id);

    // then
    await vi.waitFor(
      () => expect(drawn.every(({ bytes }) => bytes.every((b) => b === 0))).toBe(true),
      patiently,
    );
  });

  test('is not printed from memory when its yes was taken back', async () => {
    const { office, id, sent, print, look } = await officeWithPress();
    await look();
    valueOf(await takeBackYes(office, id));
    expect(kindOf(await print())).toBe('ConsentMissing');
    expect(sent).toEqual([]);
  });
});
