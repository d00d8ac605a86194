import { describe, expect, test } from 'vitest';
import * as encounters from '#core/ipc/encounter-channels.ts';
import { lockVault, unlockVault } from '#core/ipc/vault-channels.ts';
import type { EncounterId } from '#core/domain/encounter.ts';
import { commit } from '../../electron/vault/database.ts';
import { call, type Office } from './office.ts';
import { officeWithVisit } from './visits.ts';
import { kindOf, sampleRequest, typedDraft, valueOf } from '../support/vault.ts';

const { signInName, password } = sampleRequest;

describe('typing', () => {
  test('reported key by key is one save, and every report is answered when it is on the disk', async () => {
    // given
    const { office, id } = await officeWithVisit();
    const words = 'turquoise harbinger';

    // when
    const answers = await Promise.all(
      Array.from(words, (_, at) =>
        call(office, encounters.saveDraft, {
          id,
          draft: typedDraft({ alias: words.slice(0, at + 1) }),
        }),
      ),
    );

    // then
    expect(answers).toHaveLength(words.length);
    for (const answer of answers) expect(answer).toEqual({ ok: true, value: { version: 2 } });
    expect(await reopened(office, id)).toMatchObject({ version: 2, draft: { alias: words } });
  });

  test('that goes on after a save is a save of its own', async () => {
    // given
    const { office, id } = await officeWithVisit();

    // when
    const versions: number[] = [];
    for (const alias of ['one', 'two', 'three']) {
      const answer = await call(office, encounters.saveDraft, { id, draft: typedDraft({ alias }) });
      versions.push(valueOf(answer).version);
    }

    // then
    expect(versions).toEqual([2, 3, 4]);
  });

  test('is not lost when the lock follows at once', async () => {
    // given
    const { office, id } = await officeWithVisit();

    // when
    const answers = [
      call(office, encounters.saveDraft, { id, draft: typedDraft({ alias: 'first' }) }),
      call(office, encounters.saveDraft, { id, draft: typedDraft({ alias: 'last' }) }),
    ];
    const locked = await call(office, lockVault, null);

    // then
    expect(kindOf(locked)).toBe('ok');
    expect(office.desk.vault.state().kind).toBe('locked');
    for (const answer of await Promise.all(answers))
      expect(valueOf(answer)).toEqual({ version: 2 });
    expect(await reopened(office, id)).toMatchObject({ version: 2, draft: { alias: 'last' } });
  });

  test('is not lost when the machine locks by itself', async () => {
    // given
    const { office, id } = await officeWithVisit();

    // when
    const saving = call(office, encounters.saveDraft, { id, draft: typedDraft({ alias: 'last' }) });
    office.desk.lock();

    // then
    expect(valueOf(await saving)).toEqual({ version: 2 });
    expect(await reopened(office, id)).toMatchObject({ draft: { alias: 'last' } });
  });

  test.each<[string, (office: Office) => Promise<unknown>]>([
    ['the gate is armed', (office) => call(office, encounters.armGate, null)],
    ['another visit begins', (office) => call(office, encounters.startEncounter, null)],
    ['somebody signs in anew', (office) => call(office, unlockVault, { signInName, password })],
    [
      'somebody fails to sign in anew',
      (office) => call(office, unlockVault, { signInName, password: 'not the password' }),
    ],
  ])('is not lost when %s at once', async (_, next) => {
    // given
    const { office, id } = await officeWithVisit();
    const saving = office.desk.drafts.keep(id, typedDraft({ alias: 'last' }));

    // when
    await next(office);

    // then what is still pending now would be saved by nobody
    const isAnswered = await isSettled(saving);
    forgetPending(office);
    expect({ isAnswered, ...(await reopened(office, id)) }).toMatchObject({
      isAnswered: true,
      draft: { alias: 'last' },
    });
  });

  test('in one visit is saved before the next visit is', async () => {
    // given
    const { office, id } = await officeWithVisit();
    const first = office.desk.drafts.keep(id, typedDraft({ alias: 'of the first' }));
    const other = valueOf(await call(office, encounters.startEncounter, null));
    valueOf(await call(office, encounters.confirmAlone, { id: other.id }));

    // when
    const second = office.desk.drafts.keep(other.id, typedDraft({ alias: 'of the second' }));
    const third = office.desk.drafts.keep(id, typedDraft({ alias: 'of the first again' }));

    // then
    expect((await Promise.all([first, second, third])).map(kindOf)).toEqual(['ok', 'ok', 'ok']);
    expect(await reopened(office, id)).toMatchObject({ draft: { alias: 'of the first again' } });
    expect(await reopened(office, other.id)).toMatchObject({ draft: { alias: 'of the second' } });
  });

  test('is read back by whoever opens the visit before the pause is over', async () => {
    // given
    const { office, id } = await officeWithVisit();
    const saving = office.desk.drafts.keep(id, typedDraft({ alias: 'last' }));

    // when
    const read = valueOf(await call(office, encounters.confirmAlone, { id }));

    // then
    expect(read).toMatchObject({ version: 2, draft: { alias: 'last' } });
    expect(await isSettled(saving)).toBe(true);
  });
});

describe('a draft that cannot be saved', () => {
  test('does not keep the vault open: a lock always locks', async () => {
    // given a visit whose row has come to harm
    const { office, id } = await officeWithVisit();
    spoilRow(office, id);
    const saving = office.desk.drafts.keep(id, typedDraft()).catch(() => 'failed');

    // when
    try {
      office.desk.lock();
    } catch {
      // Whatever it says, it has to have locked.
    }

    // then
    expect(office.desk.vault.state().kind).toBe('locked');
    expect(await saving).toBe('failed');
  });

  test('is answered, so that the page does not wait for ever', async () => {
    // given a visit whose row has come to harm
    const { office, id } = await officeWithVisit();
    spoilRow(office, id);

    // when
    const saving = office.desk.drafts.keep(id, typedDraft()).catch(() => 'failed');
    forgetPending(office);

    // then
    expect(await isSettled(saving)).toBe(true);
    expect(await saving).toBe('failed');
  });
});

/** The visit as it lies in the store after a restart of the desk. */
async function reopened(office: Office, id: EncounterId) {
  office.desk.lock();
  valueOf(await call(office, unlockVault, { signInName, password }));
  return valueOf(await call(office, encounters.confirmAlone, { id }));
}

/** Saves what is pending if that is possible, and drops it if not. */
function forgetPending(office: Office): void {
  try {
    office.desk.drafts.flush();
  } catch {
    // It could not be saved.
  }
}

function spoilRow(office: Office, id: EncounterId): void {
  const { database } = office.desk.session();
  commit(database, () =>
    database.prepare("UPDATE encounter SET started_at = 'no date' WHERE id = ?").run([id]),
  );
}

/** Whether an answer is there by now: no timer runs before this looks. */
async function isSettled(answer: Promise<unknown>): Promise<boolean> {
  const soon = new Promise<'waiting'>((resolve) => setImmediate(() => resolve('waiting')));
  const first = await Promise.race([answer.catch(() => 'failed'), soon]);
  return first !== 'waiting';
}
