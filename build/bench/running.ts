import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { electronPath } from '../electron-path.ts';

/** An Electron application that was just started, seen from outside through its debugging port. */
export type Running = {
  readonly spawnedAt: number;
  /** Evaluates an expression in the page and hands back its JSON value. */
  readonly evaluate: (expression: string) => Promise<unknown>;
  /** Proportional memory of all its processes together, in MiB. */
  readonly memoryMib: () => number;
  readonly stop: () => Promise<void>;
};

export async function start(folder: string, profile: string): Promise<Running> {
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const words = [
    ...asRoot,
    '--disable-gpu',
    '--remote-debugging-port=0',
    folder,
    `--profile=${profile}`,
    `--user-data-dir=${profile}`,
  ];
  const spawnedAt = Date.now();
  const child = spawn(electronPath, words, { stdio: ['ignore', 'ignore', 'pipe'] });
  const browser = await addressOf(child);
  const socket = await open(await pageOf(browser));
  let sent = 0;
  return {
    spawnedAt,
    evaluate: (expression) => ask(socket, (sent += 1), expression),
    memoryMib: () => treeOf(child.pid ?? 0).reduce((sum, pid) => sum + memoryOf(pid), 0),
    async stop() {
      socket.close();
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill();
      await ended;
    },
  };
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let words = '';
    child.stderr?.on('data', (part: Buffer) => {
      words += part.toString();
      const [, host] = /DevTools listening on ws:\/\/([^/]+)\//.exec(words) ?? [];
      if (host !== undefined) resolve(host);
    });
    child.once('exit', () => reject(new Error(`Electron ended: ${words}`)));
  });
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
