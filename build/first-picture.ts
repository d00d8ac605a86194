import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createServer, type Plugin, type PluginOption } from 'vite';
import { z } from 'zod';

const FirstPicture = z.object({
  firstPicture: z.function({ input: [z.string(), z.boolean()], output: z.string() }),
});

/** What stands in the built page where the application will draw itself. */
const emptyRoot = '<div id="root"></div>';

/**
 * Puts two more pages beside `index.html`: the same, with the sign-in screen already drawn into
 * it, of a practice copy and of another. It is seen as soon as a bare page would be, and the
 * script takes it over (docs/adr/0009-start-up.md).
 *
 * @param root the folder of the renderer
 * @param plugins what the renderer is built with
 */
export function firstPictures(
  root: string,
  plugins: () => PluginOption[],
  version: string,
): Plugin {
  return {
    name: 'first-pictures',
    apply: 'build',
    writeBundle: {
      sequential: true,
      async handler({ dir }, bundle) {
        if (dir === undefined) throw new Error('The pages have no folder');
        const page = readFileSync(join(dir, 'index.html'), 'utf8');
        if (!page.includes(emptyRoot)) throw new Error(`index.html holds no ${emptyRoot}`);
        const desk = Object.keys(bundle).find((name) => /\/desk-[^/]*\.js$/.test(name));
        if (desk === undefined) throw new Error('The script of the desk was not found');
        const server = await createServer({
          configFile: false,
          root,
          plugins: plugins(),
          appType: 'custom',
          logLevel: 'error',
          server: { middlewareMode: true, hmr: false, ws: false, watch: null },
          optimizeDeps: { noDiscovery: true },
        });
        try {
          const { firstPicture } = FirstPicture.parse(
            await server.ssrLoadModule('/first-picture.tsx'),
          );
          // The script comes while the picture is drawn.
          const hint = `<link rel="modulepreload" crossorigin href="./${desk}">\n  </body>`;
          const styled = stylesFirst(page);
          for (const isPracticeCopy of [true, false]) {
            const picture = `<div id="root">${firstPicture(version, isPracticeCopy)}</div>`;
            const name = isPracticeCopy ? 'locked-practice.html' : 'locked.html';
            writeFileSync(
              join(dir, name),
              styled.replace(emptyRoot, () => picture).replace('</body>', () => hint),
            );
          }
        } finally {
          await server.close();
        }
      },
    },
  };
}

/** The picture waits for its style and for nothing else, so that is asked for before any script. */
function stylesFirst(page: string): string {
  const styles = page.match(/ *<link rel="stylesheet"[^>]*>\n/g) ?? [];
  const rest = styles.reduce((text, style) => text.replace(style, ''), page);
  return rest.replace(/ *<script type="module"/, (script) => `${styles.join('')}${script}`);
}
