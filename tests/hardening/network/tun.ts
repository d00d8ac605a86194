import { execFileSync, spawn } from 'node:child_process';
import { lookup } from 'node:dns/promises';
import { writeFileSync } from 'node:fs';
import { createSocket } from 'node:dgram';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { assert } from '#core/base/assert.ts';

/** A network on which everything that is sent is seen and nothing is answered. */
export type Network = {
  /** Every packet so far but what the kernel itself says, as bytes. */
  readonly packets: () => readonly Buffer[];
  /** Fails unless packets that are sent on purpose are counted. */
  readonly assertItSees: () => Promise<number>;
  readonly stop: () => void;
};

const device = 'quiet0';

/** Makes the namespace that this process is in such a network. It must be one of its own, with its own mounts. */
export async function openNetwork(folder: string): Promise<Network> {
  const reader = spawn('perl', [join(import.meta.dirname, 'tun.pl'), device], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const seen = new Array<Buffer>();
  const lines = createInterface({ input: reader.stdout });
  await new Promise<void>((ready, fail) => {
    lines.on('line', (line) => {
      if (line === 'ready') ready();
      else seen.push(Buffer.from(line, 'hex'));
    });
    reader.once('exit', (code) => fail(new Error(`The tun device ended with ${code}`)));
  });
  const ip = (...words: string[]) => execFileSync('ip', words, { stdio: 'pipe' });
  ip('link', 'set', 'lo', 'up');
  ip('addr', 'add', '10.77.0.2/24', 'dev', device);
  ip('link', 'set', device, 'up');
  ip('route', 'add', 'default', 'via', '10.77.0.1', 'dev', device);
  ip('-6', 'addr', 'add', 'fd77::2/64', 'dev', device, 'nodad');
  ip('-6', 'route', 'add', 'default', 'dev', device);
  const resolver = join(folder, 'resolv.conf');
  writeFileSync(resolver, 'nameserver 10.77.0.1\noptions timeout:1 attempts:1\n');
  execFileSync('mount', ['--bind', resolver, '/etc/resolv.conf']);
  const packets = () => seen.filter((packet) => !isOfTheKernel(packet));
  return {
    packets,
    async assertItSees() {
      const before = packets().length;
      const socket = createSocket('udp4');
      for (let turn = 0; turn < 5; turn += 1)
        await new Promise((sent) => socket.send('probe', 9, '192.0.2.1', sent));
      socket.close();
      await lookup('positive-control.example').catch(() => {});
      await pause(300);
      const count = packets().length - before;
      assert(count >= 6, `five datagrams and a question for a name are counted: ${count}`);
      return count;
    },
    stop: () => void reader.kill(),
  };
}

/** Router solicitations and group reports, which Linux sends for every device that comes up. */
function isOfTheKernel(packet: Buffer): boolean {
  const isIp6 = (packet[0] ?? 0) >> 4 === 6;
  if (!isIp6) return false;
  // A group report comes after a hop-by-hop option of eight bytes.
  const at = packet[6] === 0 ? 48 : 40;
  const next = packet[6] === 0 ? packet[40] : packet[6];
  return next === 58 && [133, 143].includes(packet[at] ?? 0);
}

export function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}
