import { describe, expect, test } from 'vitest';
import type { Typed } from '#core/domain/typed.ts';
import { noMissingFacts } from '#core/domain/missing-facts.ts';
import { noArrangement, type ReferralId, type ReferralState } from '#core/domain/referral.ts';
import { closeEncounter } from '#core/ipc/encounter-channels.ts';
import { recordGround } from '#core/ipc/ground-channels.ts';
import { takeBackMissingFacts } from '#core/ipc/missing-channels.ts';
import * as referral from '#core/ipc/referral-channels.ts';
import * as channels from '#core/ipc/typed-channels.ts';
import { kindOf, valueOf } from '../support/vault.ts';
import { call } from './office.ts';
import { agreeTo, helper } from './visits.ts';
import { officeOfTwo, type Two } from './two-members.ts';

const ground: Typed = {
  kind: 'ground',
  ground: {
    kind: 'danger-to-life',
    law: null,
    recipient: helper,
    items: ['alias'],
    facts: 'Two men wait at the d',
    reason: '',
    told: null,
    words: '',
    readers: [],
  },
};
const facts: Typed = {
  kind: 'missing-facts',
  seen: 0,
  recipient: helper,
  facts: { ...noMissingFacts, height: '16' },
};

/** Types without the pause in which typing is gathered. */
function type({ office, id }: Two, typed: Typed) {
  const keeping = call(office, channels.keepTyped, { encounterId: id, typed });
  office.desk.drafts.flush();
  return keeping;
}

const found = async ({ office, id }: Two) =>
  valueOf(await call(office, channels.readTyped, { encounterId: id }));

describe('what is typed beside a visit', () => {
  test('is there again after a lock in the middle of a word, and for nobody else', async () => {
    // given
    const desk = await officeOfTwo();
    await desk.comes('colleague');
    const keeping = call(desk.office, channels.keepTyped, { encounterId: desk.id, typed: ground });

    // when it locks before the pause is over
    await desk.comes('lead');

    // then
    valueOf(await keeping);
    expect(await found(desk)).toEqual([]);
    valueOf(await type(desk, facts));
    await desk.comes('colleague');
    expect(await found(desk)).toEqual([ground]);
    await desk.comes('lead');
    expect(await found(desk)).toEqual([facts]);
  });

  test('is gone when it is written down, and when somebody throws it away', async () => {
    // given
    const desk = await officeOfTwo();
    const { office, id } = desk;
    valueOf(await type(desk, ground));

    // when
    const put = {
      kind: 'danger-to-life' as const,
      law: null,
      recipient: helper,
      facts: 'Two men wait at the door.',
      reason: 'They leave now.',
      items: ['alias' as const],
      told: { kind: 'told' as const, words: 'Yes.' },
    };
    valueOf(await call(office, recordGround, { encounterId: id, facts: put, readers: [] }));

    // then
    expect(await found(desk)).toEqual([]);
    valueOf(await type(desk, ground));
    valueOf(await call(office, channels.dropTyped, { encounterId: id, about: 'ground' }));
    expect(await found(desk)).toEqual([]);
  });

  test('goes from every member when the person takes back what it is for', async () => {
    const desk = await officeOfTwo();
    valueOf(await type(desk, facts));
    await desk.comes('colleague');
    const no = { encounterId: desk.id, language: 'en', given: { how: 'pointed' } } as const;
    valueOf(await call(desk.office, takeBackMissingFacts, no));
    await desk.comes('lead');
    expect(await found(desk)).toEqual([]);
  });

  test('can be kept for a closed visit, and for none that is not open', async () => {
    const desk = await officeOfTwo();
    const { office, id } = desk;
    valueOf(await call(office, closeEncounter, { id }));
    expect(kindOf(await type(desk, ground))).toBe('GateArmed');
    await desk.comes('lead');
    expect(kindOf(await type(desk, ground))).toBe('ok');
  });
});

describe('two members on one referral', () => {
  const move = (
    { office, id }: Two,
    referralId: ReferralId,
    seenMoves: number,
    to: ReferralState,
    time = '',
  ) =>
    call(office, referral.moveReferral, {
      encounterId: id,
      referralId,
      seenMoves,
      to,
      next: '',
      dueAt: null,
      note: '',
      arrangement: { ...noArrangement, time, areContactsOfExploiters: 'no' },
    });

  test('lose nothing to each other: the later one is refused and keeps what they typed', async () => {
    // given the lead types the next move and is called away
    const desk = await officeOfTwo();
    const { office, id } = desk;
    valueOf(await agreeTo(office, id, ['alias']));
    const begun = { encounterId: id, recipient: helper };
    const { id: referralId } = valueOf(await call(office, referral.prepareReferral, begun));
    valueOf(await move(desk, referralId, 1, 'first-call'));
    const typed: Typed = {
      kind: 'referral-move',
      referralId,
      seenMoves: 2,
      move: {
        to: 'handed-over',
        note: '',
        next: 'Ask on Monday',
        due: '',
        arrangement: { ...noArrangement, time: 'Friday at ten' },
      },
    };
    valueOf(await type(desk, typed));

    // when the colleague writes another plan down
    await desk.comes('colleague');
    expect(await found(desk)).toEqual([]);
    valueOf(await move(desk, referralId, 2, 'handed-over', 'Thursday at nine'));

    // then
    await desk.comes('lead');
    expect(await found(desk)).toEqual([typed]);
    expect(kindOf(await move(desk, referralId, 2, 'handed-over', 'Friday at ten'))).toBe(
      'ChangedMeanwhile',
    );
    const [now] = valueOf(await call(office, referral.readReferrals, { encounterId: id }));
    expect(now?.moves.map(({ arrangement }) => arrangement.time)).toEqual([
      '',
      '',
      'Thursday at nine',
    ]);
    expect(await found(desk)).toEqual([typed]);
    valueOf(await move(desk, referralId, 3, 'accepted', 'Thursday at nine / Friday at ten'));
    expect(await found(desk)).toEqual([]);
  });
});
