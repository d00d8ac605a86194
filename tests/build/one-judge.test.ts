import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

// That nothing leaves without a yes in force rests on one function and one row before each passing
// (docs/architecture.md, “Where consent is decided”). Here it is looked at that there is no second.
const root = join(import.meta.dirname, '..', '..');
const files = globSync('{core,electron,renderer}/**/*.{ts,tsx}', { cwd: root });
const textOf = (file: string) => readFileSync(join(root, file), 'utf8');

function filesWith(pattern: RegExp): readonly string[] {
  return files.filter((file) => pattern.test(textOf(file))).toSorted();
}

test('whether a decision counts is asked by one function, and by the store itself', () => {
  expect(filesWith(/\bdecision\b.{0,12}[!=]==? ?'yes'/)).toEqual([
    'core/domain/consent.ts',
    // The heading of the record that stays with staff, which lists yes and no.
    'core/sheet/staff-records.ts',
  ]);
  expect(filesWith(/\bdecision = 'yes'/)).toEqual([
    // The triggers that let a row of disclosure in.
    'electron/vault/migrations/0004-consent-and-referral.ts',
    // When the next yes runs out, so that an open window is told.
    'electron/vault/repositories/consent.ts',
  ]);
});

test('a passing is written down in one place, and nobody else writes its row', () => {
  expect(filesWith(/\baddDisclosure\(/)).toEqual([
    'electron/routes/issuing.ts',
    'electron/vault/repositories/disclosure.ts',
  ]);
  expect(filesWith(/\bINTO disclosure\b/i)).toEqual(['electron/vault/repositories/disclosure.ts']);
});

test('the sheet for a helper is composed by its row alone', () => {
  expect(filesWith(/\bcomposeReferralSheet\(/)).toEqual([
    'core/sheet/referral-sheet.ts',
    'electron/routes/sheets/referral-row.ts',
  ]);
});
