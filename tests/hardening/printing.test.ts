import { describe, expect, test } from 'vitest';
import { check } from './checks/print-faults.ts';

// The short form of what `npm run hardening` does at length.
describe.skipIf(process.platform !== 'linux')('a sheet on its way to a real print queue', () => {
  test('is not lost and comes out once, however the printer fails, and leaves nothing behind', async () => {
    const { tried, failed, figures } = await check.run(18);
    expect({ tried, failed, figures }).toEqual({
      tried: 18,
      failed: 0,
      figures: { faults: 8, plainJobs: 10 },
    });
  }, 300_000);
});
