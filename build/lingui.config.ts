import { defineConfig } from '@lingui/cli';

/** The interface's own texts. English stands in the source; another language is one more PO file. */
export default defineConfig({
  sourceLocale: 'en',
  locales: ['en'],
  catalogs: [{ path: '<rootDir>/../renderer/text/{locale}', include: ['<rootDir>/../renderer'] }],
});
