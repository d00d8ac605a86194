import { createRequire } from 'node:module';

/** The path of the Electron that set-up provided. In Node that path is all the package exports. */
export const electronPath = String(createRequire(import.meta.url)('electron'));
