import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openingRows } from './opening.ts';
import type { BenchRow } from './rows.ts';
import { saveRow } from './save.ts';

/** What the vault costs, measured without a window. */
export async function vaultRows(): Promise<readonly BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'quietroom-bench-'));
  try {
    return [...(await openingRows(folder)), await saveRow(folder)];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
