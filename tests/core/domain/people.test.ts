import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  afterChange,
  judgeChange,
  leadsIn,
  mayManage,
  type MemberChange,
  type Standing,
  StaffState,
} from '#core/domain/people.ts';
import { Role, StaffId } from '#core/domain/staff.ts';

const idOf = (at: number) =>
  StaffId.parse(`01994f8e-0000-7000-8000-${String(at).padStart(12, '0')}`);
const lead: Standing = { id: idOf(1), role: 'safeguarding-lead', state: 'active' };
const clinician: Standing = { id: idOf(2), role: 'clinician', state: 'active' };
const administrator: Standing = { id: idOf(3), role: 'administrator', state: 'active' };
const secondLead: Standing = { id: idOf(4), role: 'safeguarding-lead', state: 'active' };
const remove: MemberChange = { kind: 'remove' };

function judge(
  by: Standing,
  about: Standing,
  change: MemberChange,
  more: readonly Standing[] = [],
) {
  const people = [lead, clinician, administrator, ...more];
  return judgeChange(by.id, about.id, change, people)?.kind ?? 'nothing';
}

describe('what one member may do about another', () => {
  test('a clinician may do nothing', () => {
    expect(judge(clinician, administrator, remove)).toBe('NotAllowed');
  });

  test('an administrator may do all but touch or make a lead', () => {
    expect(judge(administrator, clinician, remove)).toBe('nothing');
    expect(judge(administrator, clinician, { kind: 'role', role: 'administrator' })).toBe(
      'nothing',
    );
    expect(judge(administrator, secondLead, remove, [secondLead])).toBe('NotAllowed');
    expect(judge(administrator, clinician, { kind: 'role', role: 'safeguarding-lead' })).toBe(
      'NotAllowed',
    );
    expect(mayManage('administrator', 'safeguarding-lead')).toBe(false);
  });

  test.each<MemberChange>([
    remove,
    { kind: 'suspend' },
    { kind: 'role', role: 'clinician' },
    { kind: 'role', role: 'administrator' },
  ])('the last lead stays: %j', (change) => {
    expect(judge(lead, lead, change)).toBe('LastLead');
  });

  test('nobody does it to themselves, also where there is another lead', () => {
    expect(judge(lead, lead, remove, [secondLead])).toBe('OnYourself');
    expect(judge(administrator, administrator, { kind: 'suspend' })).toBe('OnYourself');
  });

  test('a removed member does not come back, and nothing is done twice', () => {
    const removed: Standing = { ...secondLead, state: 'removed' };
    expect(judge(lead, removed, { kind: 'resume' }, [removed])).toBe('MemberUnknown');
    expect(judge(lead, clinician, { kind: 'resume' })).toBe('AlreadySo');
  });
});

test('whatever is done in whatever order, somebody answers for the visits', () => {
  const someChange: fc.Arbitrary<MemberChange> = fc.oneof(
    fc.constantFrom<MemberChange>(remove, { kind: 'suspend' }, { kind: 'resume' }),
    fc.constantFrom(...Role.options).map((role): MemberChange => ({ kind: 'role', role })),
  );
  const somebody = fc.nat({ max: 5 });
  // Mostly the one who may do most.
  const actor = fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, somebody);
  let done = 0;
  fc.assert(
    fc.property(
      fc.array(fc.tuple(actor, somebody, someChange), { maxLength: 40 }),
      fc.array(
        fc.record({
          role: fc.constantFrom(...Role.options),
          state: fc.constantFrom(...StaffState.options),
        }),
        {
          minLength: 5,
          maxLength: 5,
        },
      ),
      (steps, others) => {
        let people: readonly Standing[] = [
          lead,
          ...others.map((one, at) => ({ ...one, id: idOf(10 + at) })),
        ];
        for (const [by, about, change] of steps) {
          const [who, member] = [people[by], people[about]];
          if (who === undefined || member === undefined) continue;
          if (judgeChange(who.id, member.id, change, people) !== undefined) continue;
          people = people.map((one) => (one === member ? afterChange(one, change) : one));
          done += 1;
          expect(leadsIn(people).length).toBeGreaterThan(0);
        }
      },
    ),
  );
  expect(done).toBeGreaterThan(100);
});
