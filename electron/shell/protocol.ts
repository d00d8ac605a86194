import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { extname, join, normalize, sep } from 'node:path';
import { protocol, type Session } from 'electron';
import { fillLeaflet, type Leaflets, type LeafletState } from '#core/sheet/leaflet.ts';

/** Where the pages live. A scheme of our own, because file:// can reach the whole disk. */
export const pageOrigin = 'app://quietroom';

/** Where the pages of the cover live: another place, so that they never share a process with the work. */
export const leafletOrigin = 'app://leaflets';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
};

/** Nothing but our own files, no inline code, no frame, no form, no address to talk to. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/** A leaflet has no script at all. */
const leafletPolicy =
  "default-src 'none'; style-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/**
 * No cross-origin-opener-policy: no page here has an opener or can open another, and Chromium would
 * begin a second process for the answer that carries it, before anything is seen (docs/adr/0009).
 */
const securityHeaders = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
};

/** Chromium's net::ERR_FILE_NOT_FOUND. */
const netErrorFileNotFound = -6;

/** Must run before the application is ready. */
export function claimScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true } },
  ]);
}

/**
 * Serves the built pages from a folder, and nothing outside it.
 *
 * With the older of Electron's two calls for this: `protocol.handle` loads Node's whole fetch
 * machinery into the main process first, which costs the start about 200 ms.
 *
 * @param firstPage which file the desk page is now: one with the picture of its first screen, or
 *   `index.html` without
 * @param leaflets what the cover shows; its pages are made of them and of one template
 */
export function servePages(
  session: Session,
  folder: string,
  firstPage: () => string,
  leaflets: () => Promise<Leaflets>,
): void {
  session.protocol.registerBufferProtocol('app', ({ method, url }, answer) => {
    const { host, pathname, search } = new URL(url);
    if (method === 'GET' && host === 'leaflets' && pathname.endsWith('.html')) {
      const template = readFileSync(join(folder, 'leaflet.html'), 'utf8');
      const name = pathname.slice(1, -'.html'.length);
      void leaflets().then((topics) =>
        answer({
          data: Buffer.from(fillLeaflet(template, topics, name, stateOf(search))),
          mimeType: 'text/html; charset=utf-8',
          headers: {
            ...securityHeaders,
            'content-type': 'text/html; charset=utf-8',
            'content-security-policy': leafletPolicy,
          },
        }),
      );
      return;
    }
    const isDesk = pathname === '/index.html';
    const path = isDesk
      ? join(folder, firstPage())
      : normalize(join(folder, decodeURIComponent(pathname)));
    const type = types[extname(path)];
    const isOurs = method === 'GET' && hosts.has(host) && path.startsWith(folder + sep);
    if (!isOurs || type === undefined || !existsSync(path)) {
      answer({ error: netErrorFileNotFound });
      return;
    }
    const data = readFileSync(path);
    const headers = { ...securityHeaders, 'content-type': type };
    answer({ data, mimeType: type, headers: isDesk ? allowingItsStyle(headers, data) : headers });
  });
}

/**
 * The page with the first picture carries the rules it is drawn with (build/first-picture.ts): by
 * their hash, so that no other style in a page is ever taken.
 */
function allowingItsStyle(
  headers: typeof securityHeaders & { 'content-type': string },
  page: Buffer,
) {
  const [, style] = /<style>([\s\S]*?)<\/style>/.exec(page.toString('utf8')) ?? [];
  if (style === undefined) return headers;
  const hash = createHash('sha256').update(style).digest('base64');
  const policy = contentSecurityPolicy.replace(
    "style-src 'self'",
    `style-src 'self' 'sha256-${hash}'`,
  );
  return { ...headers, 'content-security-policy': policy };
}

const hosts: ReadonlySet<string> = new Set(['quietroom', 'leaflets']);

function stateOf(search: string): LeafletState {
  return search === '?printed' ? 'printed' : search === '?unprinted' ? 'unprinted' : 'plain';
}
