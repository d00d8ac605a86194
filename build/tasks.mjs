// What each npm script does: the needs that set-up must meet, then steps run one after the
// other with the pinned Node. A task stops at its first step that fails.

/** @typedef {{ run: string[], display?: boolean, takesWords?: boolean }} Step */
/** @typedef {{ needs: { electron?: boolean, papers?: boolean, queue?: boolean, recorder?: boolean }, steps: Step[] }} Task */

/** @param {string} program a program of node_modules, by the file that starts it @param {...string} args @returns {Step} */
const tool = (program, ...args) => ({ run: [`node_modules/${program}`, ...args] });

const compile = tool(
  'electron-vite/bin/electron-vite.js',
  'build',
  '-c',
  'build/electron-vite.config.ts',
  '--logLevel',
  'warn',
);

/** @param {string} what to do with files that are not in format; files it has seen before cost nothing */
const prettier = (what) =>
  tool(
    'prettier/bin/prettier.cjs',
    what,
    '--cache',
    '--cache-strategy=content',
    '--cache-location=.cache/prettier',
    '--log-level=warn',
    '.',
  );

const checks = [
  prettier('--check'),
  tool('oxlint/bin/oxlint', '--type-aware', '--deny-warnings'),
  tool('typescript/bin/tsc', '-b'),
  tool('knip/bin/knip.js', '-c', 'build/knip.json'),
  { run: ['build/content/check.ts'] },
];

/** @type {Record<string, Task>} */
export const tasks = {
  setup: {
    needs: { electron: true, papers: true, queue: true, recorder: true },
    steps: [],
  },
  start: {
    needs: { electron: true },
    steps: [compile, { run: ['build/start.ts'], display: true, takesWords: true }],
  },
  compile: { needs: {}, steps: [compile] },
  check: { needs: {}, steps: checks },
  format: {
    needs: {},
    steps: [prettier('--write')],
  },
  translations: {
    needs: {},
    steps: [{ run: ['build/content/translations.ts'], takesWords: true }],
  },
  'sign-pack': {
    needs: {},
    steps: [{ run: ['build/content/sign-pack.ts'], takesWords: true }],
  },
  content: { needs: {}, steps: [{ run: ['build/content/check.ts'], takesWords: true }] },
  unit: {
    needs: {},
    steps: [
      { ...tool('vitest/vitest.mjs', 'run', '-c', 'build/vitest.config.ts'), takesWords: true },
    ],
  },
  journeys: {
    needs: { electron: true, papers: true, queue: true },
    steps: [
      compile,
      {
        ...tool('@playwright/test/cli.js', 'test', '-c', 'build/playwright.config.ts'),
        display: true,
        takesWords: true,
      },
    ],
  },
  demo: {
    needs: { electron: true, papers: true, queue: true },
    steps: [compile, { run: ['tests/demo/demo.ts'], display: true, takesWords: true }],
  },
  sheets: {
    needs: { electron: true, papers: true, queue: true },
    steps: [compile, { run: ['tests/sheets/sheets.ts'], display: true, takesWords: true }],
  },
  bench: {
    needs: { electron: true, papers: true },
    steps: [compile, { run: ['build/bench/bench.ts'], display: true, takesWords: true }],
  },
  hardening: {
    needs: { electron: true, papers: true, queue: true, recorder: true },
    steps: [compile, { run: ['tests/hardening/hardening.ts'], display: true, takesWords: true }],
  },
  pack: {
    needs: { electron: true },
    steps: [
      compile,
      { run: ['build/pack.ts'] },
      { run: ['tests/packed/packed.ts'], display: true },
    ],
  },
  test: {
    needs: { electron: true, papers: true, queue: true, recorder: true },
    steps: [...checks, compile, { run: ['build/test.mjs'] }],
  },
};
