import { expect, test } from 'vitest';
import { check as calls } from './checks/calls.ts';

// The short form of what `npm run hardening` does at length.

test('nothing dishonest is answered: after a lock, from elsewhere, or malformed', async () => {
  const { tried, failed, figures } = await calls.run(2_000);
  expect(failed).toBe(0);
  expect(tried).toBeGreaterThanOrEqual(2_000);
  expect(figures?.['foreignWithBridge']).toBeGreaterThan(0);
}, 120_000);
