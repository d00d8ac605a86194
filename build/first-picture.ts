import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PurgeCSS } from 'purgecss';
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
      async handler({ dir }) {
        if (dir === undefined) throw new Error('The pages have no folder');
        const page = readFileSync(join(dir, 'index.html'), 'utf8');
        if (!page.includes(emptyRoot)) throw new Error(`index.html holds no ${emptyRoot}`);
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
          for (const isPracticeCopy of [true, false]) {
            const picture = `<div id="root">${firstPicture(version, isPracticeCopy)}</div>`;
            const pictured = page.replace(emptyRoot, () => picture);
            const name = isPracticeCopy ? 'locked-practice.html' : 'locked.html';
            writeFileSync(join(dir, name), await styledForPicture(pictured, dir));
          }
        } finally {
          await server.close();
        }
      },
    },
  };
}

/**
 * The picture waits for the rules that it is drawn with and for nothing else: they are a tenth of
 * all, and stand in the page itself, because each file is another question to the main process
 * (`electron/shell/protocol.ts` lets in no other such rules). The whole style comes after the
 * picture; whatever is drawn later is drawn with that.
 */
async function styledForPicture(page: string, folder: string): Promise<string> {
  const links = page.match(/ *<link rel="stylesheet"[^>]*>\n/g) ?? [];
  const files = links.map((link) => join(folder, /href="([^"]+)"/.exec(link)?.[1] ?? ''));
  if (files.length === 0) throw new Error('The page has no style');
  const purged = await new PurgeCSS().purge({
    content: [{ raw: page, extension: 'html' }],
    css: files,
    fontFace: true,
    keyframes: true,
    variables: true,
  });
  // What these files name lies beside them.
  const css = purged.map((part) => part.css.replaceAll('url(./', 'url(./assets/')).join('\n');
  const rest = links.reduce((text, link) => text.replace(link, ''), page);
  return rest
    .replace(/ *<script type="module"/, (script) => `    <style>${css}</style>\n${script}`)
    .replace('</body>', () => `${links.join('')}  </body>`);
}
