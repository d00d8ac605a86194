import { join } from 'node:path';
import { build, type Plugin, type PluginOption } from 'vite';

/**
 * Builds the hidden page that draws sheets for paper, by itself: were it built with the desk, the
 * two would share pieces, and the paper would begin with the desk's script and its style.
 *
 * @param root the folder of the renderer
 * @param plugins what the renderer is built with
 */
export function paperPage(root: string, plugins: () => PluginOption[]): Plugin {
  return {
    name: 'paper-page',
    apply: 'build',
    writeBundle: {
      sequential: true,
      async handler({ dir }) {
        if (dir === undefined) throw new Error('The pages have no folder');
        await build({
          configFile: false,
          root,
          base: './',
          plugins: plugins(),
          logLevel: 'warn',
          build: {
            target: 'chrome130',
            outDir: dir,
            emptyOutDir: false,
            assetsInlineLimit: 0,
            modulePreload: { polyfill: false },
            rollupOptions: { input: join(root, 'paper.html') },
          },
        });
      },
    },
  };
}
