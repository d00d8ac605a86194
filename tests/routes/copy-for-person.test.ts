import { join } from 'node:path';
import { expect, test } from 'vitest';
import { newOutcome, Outcome } from '#core/domain/outcome.ts';
import { readLog } from '#core/ipc/audit-channels.ts';
import { printSheet } from '#core/ipc/sheet-channels.ts';
import { plainFormat } from '#core/sheet/paper.ts';
import { textsOf } from '../support/core.ts';
import { readyPress } from '../support/press.ts';
import { freshFolder, valueOf } from '../support/vault.ts';
import { call } from './office.ts';
import { officeWithVisit, referralDraft, saveAtOnce } from './visits.ts';
import { wholeLog } from './requests.ts';

/** Prints the note of a no, and tells what it says, how often it came out, and what the log has. */
async function noteOfNo(asked: { readonly isCopyWanted?: boolean }) {
  const copies: number[] = [];
  const ready = readyPress(async () => ({ bytes: Buffer.from('%PDF-made-up'), pages: 1 }));
  const send: typeof ready.send = async (paper, to) => {
    copies.push(to.copies);
    return ready.send(paper, to);
  };
  const { office, id } = await officeWithVisit(join(freshFolder(), 'vault'), { ...ready, send });
  const outcome = Outcome.parse({ ...newOutcome('declined'), note: 'signed' });
  valueOf(await saveAtOnce(office, id, referralDraft({ outcome })));
  const order = { kind: 'refusal-note', encounterId: id, language: 'en' } as const;
  valueOf(await call(office, printSheet, { ...order, ...asked, format: plainFormat }));
  const log = { filter: wholeLog, upTo: null, skip: 0, take: 100 };
  const { lines } = valueOf(await call(office, readLog, readLog.request.parse(log)));
  return {
    copies,
    says: office.pressed.flatMap(textsOf).join('\n'),
    logged: lines.map(({ event }) => event).find((event) => event?.kind === 'sheet-printed'),
  };
}

test.each([{}, { isCopyWanted: false }])(
  'what stays in the file comes out once where nobody asked for a copy: %j',
  async (asked) => {
    const { copies, says, logged } = await noteOfNo(asked);
    expect(copies).toEqual([1]);
    expect(says).toContain('wants no copy');
    expect(says).toContain('stays here');
    expect(logged).toMatchObject({ sheet: 'refusal-note', isCopyWanted: false });
  },
);

test('a copy for the person is made when they want one, and both papers and the log say so', async () => {
  const { copies, says, logged } = await noteOfNo({ isCopyWanted: true });
  expect(copies).toEqual([2]);
  expect(says).toContain('wants a copy');
  expect(says).not.toContain('Nobody takes it along');
  expect(logged).toMatchObject({ sheet: 'refusal-note', isCopyWanted: true });
});
