import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { electronPath } from '../electron-path.ts';

/** An Electron application that was just started, seen from outside through its debugging port. */
export type Running = {
  readonly spawnedAt: number;
  /** Evaluates an expression in the page and hands back its JSON value. */
  readonly evaluate: (expression: string) => Promise<unknown>;
  /** The same in the main process, where `electron` is at hand; only if it was started for it. */
  readonly evaluateMain: (expression: string) => Promise<unknown>;
  /** Proportional memory of all its processes together, in MiB. */
  readonly memoryMib: () => number;
  readonly stop: () => Promise<void>;
};

export async function start(
  folder: string,
  profile: string,
  isInspected = false,
): Promise<Running> {
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const words = [
    ...asRoot,
    ...(isInspected ? ['--inspect=0'] : []),
    '--disable-gpu',
    '--remote-debugging-port=0',
    folder,
    `--profile=${profile}`,
    `--user-data-dir=${profile}`,
  ];
  const spawnedAt = Date.now();
  const child = spawn(electronPath, words, { stdio: ['ignore', 'ignore', 'pipe'] });
  const addresses = addressesOf(child);
  const socket = await open(await pageOf(await addresses.page));
  const main = isInspected ? await open(await addresses.main) : undefined;
  let sent = 0;
  return {
    spawnedAt,
    evaluate: (expression) => ask(socket, (sent += 1), expression),
    evaluateMain: async (expression) =>
      main && ask(main, (sent += 1), `(async (electron) => ${expression})(${electronOfMain})`),
    memoryMib: () => treeOf(child.pid ?? 0).reduce((sum, pid) => sum + memoryOf(pid), 0),
    async stop() {
      socket.close();
      main?.close();
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill();
      await ended;
    },
  };
}

/** A module of its own has no `require` in its scope: this makes one. */
const electronOfMain =
  "process.getBuiltinModule('module').createRequire(process.execPath)('electron')";

/** Where the pages can be asked, and where the main process can. */
function addressesOf(child: ChildProcess) {
  const page = Promise.withResolvers<string>();
  const main = Promise.withResolvers<string>();
  let words = '';
  child.stderr?.on('data', (part: Buffer) => {
    words += part.toString();
    const [, host] = /DevTools listening on ws:\/\/([^/]+)\//.exec(words) ?? [];
    if (host !== undefined) page.resolve(host);
    const [, address] = /Debugger listening on (ws:\S+)/.exec(words) ?? [];
    if (address !== undefined) main.resolve(address);
  });
  child.once('exit', () => page.reject(new Error(`Electron ended: ${words}`)));
  return { page: page.promise, main: main.promise };
}

const Targets = z.array(z.object({ url: z.string(), webSocketDebuggerUrl: z.string() }));

/** Where the page can be asked. There are others: the cover is one, and has no script to answer with. */
async function pageOf(host: string): Promise<string> {
  for (;;) {
    const targets = Targets.parse(await (await fetch(`http://${host}/json`)).json());
    const page = targets.find(({ url }) => url.endsWith('/index.html'));
    if (page !== undefined) return page.webSocketDebuggerUrl;
    await pause(10);
  }
}

function open(address: string): Promise<WebSocket> {
  return new Promise((resolve) => {
    const socket = new WebSocket(address);
    socket.addEventListener('open', () => resolve(socket), { once: true });
  });
}

function ask(socket: WebSocket, id: number, expression: string): Promise<unknown> {
  const params = { expression, awaitPromise: true, returnByValue: true, userGesture: true };
  socket.send(JSON.stringify({ id, method: 'Runtime.evaluate', params }));
  return new Promise((resolve, reject) => {
    const listen = ({ data }: MessageEvent) => {
      const reply = JSON.parse(String(data));
      if (reply.id !== id) return;
      socket.removeEventListener('message', listen);
      if (reply.result?.exceptionDetails === undefined) resolve(reply.result?.result?.value);
      else reject(new Error(JSON.stringify(reply.result.exceptionDetails)));
    };
    socket.addEventListener('message', listen);
  });
}

function treeOf(top: number): readonly number[] {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
        return [
          {
            pid: Number(name),
            parent: Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]),
          },
        ];
      } catch {
        return [];
      }
    });
  const found = [top];
  for (const pid of found)
    found.push(...parents.filter(({ parent }) => parent === pid).map((child) => child.pid));
  return found;
}

function memoryOf(pid: number): number {
  try {
    return (
      Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0) /
      1024
    );
  } catch {
    return 0;
  }
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
