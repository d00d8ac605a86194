import { expect, test } from 'vitest';
import { Age, cannotDecide, Decider, thePerson } from '#core/domain/decider.ts';
import { Answer } from '#core/domain/safety.ts';

const ages = Age.options;
const whos = Decider.shape.who.options;
const fifteen = 15;

test('an adult is presumed to decide, alone', () => {
  expect(cannotDecide(thePerson, undefined)).toBeUndefined();
  expect(cannotDecide({ ...thePerson, capacity: 'checked' }, undefined)).toBeUndefined();
  expect(cannotDecide({ ...thePerson, who: 'guardian', mayBeInvolved: 'no' }, fifteen)).toBe(
    'adult-decides',
  );
});

test('whoever cannot decide now is asked again later, whatever their age', () => {
  for (const age of ages)
    expect(cannotDecide({ ...thePerson, age, capacity: 'not-now' }, fifteen)).toBe(
      'ask-again-later',
    );
});

test('15 to 17 decide themselves where the country says so, and take the child path elsewhere', () => {
  const young = { ...thePerson, age: '15-17' as const };
  expect(cannotDecide(young, fifteen)).toBeUndefined();
  expect(cannotDecide(young, undefined)).toBe('child-path');
  expect(cannotDecide({ ...young, who: 'guardian', mayBeInvolved: 'no' }, fifteen)).toBe(
    'young-person-decides',
  );
});

test('a younger child, and a doubtful age, take the child path everywhere', () => {
  for (const age of ['under-15', 'in-doubt'] as const) {
    expect(cannotDecide({ ...thePerson, age }, fifteen)).toBe('child-path');
    expect(cannotDecide({ ...thePerson, age }, undefined)).toBe('child-path');
  }
});

test('nobody who may be part of the harm, or of whom it was not asked, says yes for a child', () => {
  for (const who of whos.filter((each) => each !== 'person')) {
    for (const mayBeInvolved of Answer.options.filter((answer) => answer !== 'no')) {
      const decider = { who, age: 'under-15', capacity: 'presumed', mayBeInvolved } as const;
      expect(cannotDecide(decider, fifteen)).toBe('may-be-involved');
    }
    const clear = { who, age: 'under-15', capacity: 'presumed', mayBeInvolved: 'no' } as const;
    expect(cannotDecide(clear, fifteen)).toBeUndefined();
  }
});
