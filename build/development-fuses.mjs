// Sets the fuses a development runtime needs: Playwright starts the application through
// Node's inspector, and the start-up snapshot that came with the binary is not ours.
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses';

const [binary] = process.argv.slice(2);
if (binary === undefined) throw new Error('Usage: node development-fuses.mjs PATH_OF_ELECTRON');
await flipFuses(binary, {
  version: FuseVersion.V1,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: true,
});
