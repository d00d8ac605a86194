import { readdirSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { storeName } from '../../electron/platform/profile.ts';
import type { Running } from './launch.ts';

/** Whether the main process has a file of the records open. */
export function hasStoreOpen({ app }: Running, profile: string): boolean {
  const open = `/proc/${app.process().pid}/fd`;
  return readdirSync(open).some((fd) => {
    try {
      return readlinkSync(join(open, fd)).startsWith(join(profile, 'vault', storeName));
    } catch {
      return false;
    }
  });
}
