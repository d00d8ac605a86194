import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: join(import.meta.dirname, '..'),
  test: {
    include: ['tests/**/*.test.ts'],
    // Native addons and changes of the user id belong in a process of their own.
    pool: 'forks',
    testTimeout: 120_000,
    // One more than by default: on two cores that halves the time.
    maxWorkers: '100%',
  },
});
