import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checklist } from '../hardening/checklist.ts';

test('docs/security.md says of each of the twenty points what the check asserts', () => {
  const text = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'security.md'), 'utf8');
  const rows = [...text.matchAll(/^\| (\d+) +\| (.*?) +\| (.*?) +\|$/gm)].map(
    ([, point, title, how]) => ({ point: Number(point), title, how }),
  );
  expect(rows).toHaveLength(20);
  expect(rows).toEqual(checklist);
});
