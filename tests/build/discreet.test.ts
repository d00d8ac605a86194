import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..', '..');

test('no screen has the word in its own code, where it could be read over a shoulder', () => {
  // Given
  const files = globSync('renderer/**/*.{ts,tsx,html}', { cwd: root });
  // When
  const naming = files.filter((file) =>
    /traffick|slaver|prostitut/i.test(readFileSync(join(root, file), 'utf8')),
  );
  // Then
  expect(files.length).toBeGreaterThan(100);
  expect(naming).toEqual([]);
});
