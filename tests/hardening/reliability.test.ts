import { describe, expect, test } from 'vitest';
import { check as auditTamper } from './checks/audit-tamper.ts';
import { check as damage } from './checks/damage.ts';
import { check as killChange } from './checks/kill-change.ts';
import { check as killSave } from './checks/kill-save.ts';
import { check as model } from './checks/model.ts';
import { check as powerCut } from './checks/power-cut.ts';
import { check as slots } from './checks/slots.ts';
import { check as writeFaults } from './checks/write-faults.ts';
import { changes, filesThatReplace, uncovered } from './disk/changes.ts';

// The short form of what `npm run hardening` does at length.

// The recorder works by the loader of Linux.
const isLinux = process.platform === 'linux';

describe.skipIf(!isLinux)('what was promised is there', () => {
  test('after the program was killed while it saved', async () => {
    const { tried, failed, figures } = await killSave.run(3);
    expect({ tried, failed, lost: figures?.['lost'] }).toEqual({ tried, failed: 0, lost: 0 });
    expect(tried).toBeGreaterThanOrEqual(3);
  });

  test('after the power went, and a store that syncs less is caught', async () => {
    const { tried, failed, figures } = await powerCut.run(20);
    expect({ tried, failed, lost: figures?.['lost'] }).toEqual({ tried: 20, failed: 0, lost: 0 });
    expect(figures?.['lostByMutantNormal']).toBeGreaterThan(0);
  }, 400_000);

  test('after each kind of big change was cut off', async () => {
    const { tried, failed } = await killChange.run(Object.keys(changes).length * 2);
    expect({ tried, failed }).toEqual({ tried: Object.keys(changes).length * 2, failed: 0 });
  }, 600_000);

  test('after the disk failed at some of the points at which something is written', async () => {
    const { tried, failed } = await writeFaults.run(15);
    expect(tried).toBeGreaterThanOrEqual(15);
    expect(failed).toBe(0);
  });

  test('or is refused, after files were damaged', async () => {
    const { tried, failed, figures } = await damage.run(60);
    expect(tried).toBeGreaterThanOrEqual(60);
    expect({ failed, figures }).toMatchObject({
      failed: 0,
      figures: { wrongRows: 0, silentLosses: 0, crashes: 0 },
    });
    // It has looked: some of it was refused, some of it did no harm, and some was older.
    expect(figures?.['refused']).toBeGreaterThan(0);
    expect(figures?.['whole']).toBeGreaterThan(0);
    expect(figures?.['saidToBeOlder']).toBeGreaterThan(0);
  });
});

test('whatever is done to the log is found by a check of it', async () => {
  const { tried, failed, figures } = await auditTamper.run(8_000);
  expect({ failed, missed: tried < 8_000 }).toEqual({ failed: 0, missed: false });
  // It has looked at every way: bits, other places, a shorter log, and whole stores.
  expect(figures?.['bits']).toBeGreaterThan(7_000);
  expect(figures?.['deletionsAndReorderings']).toBeGreaterThan(200);
  expect(figures?.['truncations']).toBeGreaterThan(100);
  expect(figures?.['wholeStores']).toBeGreaterThan(10);
}, 300_000);

test('every file of the vault that replaces files is passed through by a change that is killed', () => {
  expect(uncovered()).toEqual([]);
  expect(filesThatReplace().length).toBeGreaterThan(6);
});

test('members, cases and keys are what a model of them says, whatever is done in whatever order', async () => {
  const { tried, failed, figures } = await model.run(12);
  expect({ tried, failed }).toEqual({ tried: 12, failed: 0 });
  expect(figures?.['steps']).toBeGreaterThan(100);
  // About 27 and 58 by chance; what would be wrong is that there is none at all.
  expect(figures?.['reads']).toBeGreaterThan(0);
  expect(figures?.['refusals']).toBeGreaterThan(0);
}, 300_000);

test('wrong, damaged and oversized slots open nothing', async () => {
  const { tried, failed, figures } = await slots.run(300);
  expect({ tried, failed }).toEqual({ tried: 300, failed: 0 });
  expect(figures?.['soundOnesOpened']).toBeGreaterThan(0);
});
