import { join } from 'node:path';
import { defineConfig } from '@playwright/test';

const root = join(import.meta.dirname, '..');

export default defineConfig({
  testDir: join(root, 'tests/journeys'),
  testMatch: '*.journey.ts',
  outputDir: join(root, '.cache/journeys'),
  timeout: 90_000,
  expect: { timeout: 15_000 },
  // One display, and windows that must have the focus: one journey at a time.
  workers: 1,
  reporter: process.env['CI'] ? 'line' : 'list',
});
