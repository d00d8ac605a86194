import { existsSync, readFileSync } from 'node:fs';
import { extname, join, normalize, sep } from 'node:path';
import { protocol, type Session } from 'electron';

/** Where the pages live. A scheme of our own, because file:// can reach the whole disk. */
export const pageOrigin = 'app://quietroom';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
};

/** Nothing but our own files, no inline code or style, no frame, no form, no address to talk to. */
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

const securityHeaders = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
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
 */
export function servePages(session: Session, folder: string): void {
  session.protocol.registerBufferProtocol('app', ({ method, url }, answer) => {
    const { host, pathname } = new URL(url);
    const path = normalize(join(folder, decodeURIComponent(pathname)));
    const type = types[extname(path)];
    const isOurs = method === 'GET' && host === 'quietroom' && path.startsWith(folder + sep);
    if (!isOurs || type === undefined || !existsSync(path)) {
      answer({ error: netErrorFileNotFound });
      return;
    }
    answer({
      data: readFileSync(path),
      mimeType: type,
      headers: { ...securityHeaders, 'content-type': type },
    });
  });
}
