import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lingui, linguiTransformerBabelPreset } from '@lingui/vite-plugin';
import babel from '@rolldown/plugin-babel';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { writeBuiltIn } from './content/built-in.ts';
import { firstPictures } from './first-picture.ts';
import { paperPage } from './paper-page.ts';

const root = join(import.meta.dirname, '..');
process.env['LINGUI_CONFIG'] = join(root, 'build/lingui.config.ts');

const builtInDigest = writeBuiltIn(
  join(root, 'content', 'base'),
  join(root, 'out', 'content', 'base.json'),
);

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** What turns our sources into a page. */
const pagePlugins = () => [
  babel({ presets: [linguiTransformerBabelPreset({ descriptorFields: 'message' })] }),
  react(),
  lingui(),
];

/** Native addons stay where npm put them; everything else is bundled, which starts faster. */
const external = ['electron', '@signalapp/sqlcipher', 'sodium-native', /^node:/];

export default defineConfig({
  main: {
    root,
    define: { builtInDigest: JSON.stringify(builtInDigest) },
    build: {
      externalizeDeps: false,
      minify: true,
      outDir: join(root, 'out/main'),
      emptyOutDir: true,
      rollupOptions: {
        external,
        input: { main: join(root, 'electron/main.ts') },
        // As CommonJS: Electron waits for the loader of the newer modules before it is ready.
        output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: '[name].cjs' },
      },
    },
  },
  preload: {
    root,
    build: {
      externalizeDeps: false,
      minify: true,
      outDir: join(root, 'out/preload'),
      emptyOutDir: true,
      rollupOptions: {
        external,
        input: { preload: join(root, 'electron/preload.ts') },
        // A sandboxed preload script is CommonJS.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: join(root, 'renderer'),
    resolve: {
      alias: {
        '/assets/images': join(root, 'node_modules/nhsuk-frontend/dist/nhsuk/assets/images'),
      },
    },
    plugins: [
      ...pagePlugins(),
      firstPictures(join(root, 'renderer'), pagePlugins, version),
      paperPage(join(root, 'renderer'), pagePlugins),
      {
        // The bundler puts its runtime into every page; a leaflet has no script at all.
        name: 'leaflets-without-script',
        transformIndexHtml: {
          order: 'post',
          handler: (html, { filename }) =>
            filename.endsWith('leaflet.html')
              ? html.replaceAll(/<script\b[^>]*><\/script>|<link rel="modulepreload"[^>]*>/g, '')
              : html,
        },
      },
    ],
    build: {
      minify: true,
      cssMinify: true,
      outDir: join(root, 'out/renderer'),
      emptyOutDir: true,
      // Fonts as files of their own: the policy of the pages forbids data addresses.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rollupOptions: {
        input: {
          index: join(root, 'renderer/index.html'),
          leaflet: join(root, 'renderer/leaflet.html'),
        },
        output: {
          // All that the first screen needs comes in one piece: each file is a question to the
          // main process, which is busy at that moment (docs/adr/0009). What waits for the first
          // picture to be shown comes before that piece, and needs nothing of it.
          codeSplitting: {
            groups: [
              { name: 'start', test: /renderer.main\.ts$|preload-helper/, priority: 2 },
              { name: 'desk', test: /renderer.(app|desk)\.tsx$/, priority: 1 },
            ],
          },
        },
      },
    },
  },
});
