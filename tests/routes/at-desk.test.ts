import { describe, expect, test } from 'vitest';
import type { DeskTyped } from '#core/domain/typed.ts';
import { confirmStaffOnly } from '#core/ipc/case-channels.ts';
import { armGate, confirmAlone } from '#core/ipc/encounter-channels.ts';
import * as channels from '#core/ipc/typed-channels.ts';
import { kindOf, valueOf } from '../support/vault.ts';
import { call } from './office.ts';
import { officeOfTwo, type Two } from './two-members.ts';

const seen: DeskTyped = { field: 'present', visit: null, words: 'Zqmarmoset waits by the s' };

const caseOf = ({ office, id }: Two) => {
  const row = office.desk
    .session()
    .database.prepare('SELECT case_id FROM encounter WHERE id = ?', { pluck: true })
    .get([id]);
  return channels.readAtDesk.request.shape.caseId.parse(row);
};

/** Says that only staff can see the screen, as before every page of a case. */
async function found(two: Two) {
  valueOf(await call(two.office, confirmStaffOnly, null));
  return valueOf(await call(two.office, channels.readAtDesk, { caseId: caseOf(two) }));
}

describe('what is typed beside the page of a case', () => {
  test('is there again after a lock in the middle of a word, for its writer alone and in no visit', async () => {
    // given
    const two = await officeOfTwo();
    await two.comes('colleague');
    valueOf(await call(two.office, confirmStaffOnly, null));
    const keeping = call(two.office, channels.keepAtDesk, { caseId: caseOf(two), typed: seen });

    // when it locks before the pause is over
    await two.comes('lead');

    // then
    valueOf(await keeping);
    expect(await found(two)).toEqual([]);
    await two.comes('colleague');
    expect(await found(two)).toEqual([seen]);
    valueOf(await call(two.office, confirmAlone, { id: two.id }));
    expect(valueOf(await call(two.office, channels.readTyped, { encounterId: two.id }))).toEqual(
      [],
    );
    valueOf(await call(two.office, confirmStaffOnly, null));

    // when it was written down, and the field is empty
    const emptied = { ...seen, words: '' };
    const clearing = call(two.office, channels.keepAtDesk, { caseId: caseOf(two), typed: emptied });
    two.office.desk.drafts.flush();
    valueOf(await clearing);
    expect(await found(two)).toEqual([]);
  });

  test('keeps each field apart, and each correction by its visit', async () => {
    const two = await officeOfTwo();
    await two.comes('lead');
    valueOf(await call(two.office, confirmStaffOnly, null));
    const all: readonly DeskTyped[] = [
      { field: 'correction', visit: two.id, words: 'It was a Tuesd' },
      seen,
      { field: 'sighting-plate', visit: null, words: 'ZQX' },
    ];
    const keeping = all.map((typed) =>
      call(two.office, channels.keepAtDesk, { caseId: caseOf(two), typed }),
    );
    two.office.desk.drafts.flush();
    (await Promise.all(keeping)).forEach(valueOf);
    expect(await found(two)).toEqual(all);
  });

  test('is shut until somebody says that only staff can see', async () => {
    const two = await officeOfTwo();
    await two.comes('lead');
    valueOf(await call(two.office, armGate, null));
    const caseId = caseOf(two);
    expect(kindOf(await call(two.office, channels.readAtDesk, { caseId }))).toBe('GateArmed');
    const keeping = call(two.office, channels.keepAtDesk, { caseId, typed: seen });
    expect(kindOf(await keeping)).toBe('GateArmed');
  });
});
