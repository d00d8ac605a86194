import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

// A visit says itself when a field has no more room (renderer/hooks/use-visit.ts). What is typed beside
// it, between visits and afterwards is refused as a whole when one field is too long: such a field
// takes no more than can be saved.
const root = join(import.meta.dirname, '..', '..');
const files = globSync(
  [
    'renderer/steps/{arrangement,ground,referral}-*.tsx',
    'renderer/screens/visit/missing-desk.tsx',
    'renderer/screens/case/*.tsx',
    'renderer/screens/debrief-screen.tsx',
    'renderer/parts/person-form-choice.tsx',
  ],
  { cwd: root },
);
const field = /<(?:TextInput|Textarea)\s[^]*?\/>/g;
/** A day has its length. */
const needsNone = /type="(?:date|datetime-local|time)"/;

const fields = files.flatMap((file) =>
  (readFileSync(join(root, file), 'utf8').match(field) ?? []).map((text) => ({ file, text })),
);

test('every field beside a visit says how much it takes', () => {
  const without = fields.filter(({ text }) => !needsNone.test(text) && !/\bmaxLength=/.test(text));
  expect(without.map(({ file, text }) => `${file}: ${text}`)).toEqual([]);
  expect(fields.length).toBeGreaterThan(12);
});
