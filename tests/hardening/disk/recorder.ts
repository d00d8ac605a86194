import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { assert } from '#core/base/assert.ts';

// The other end of recorder.c: compiles it, reads what it recorded, and rebuilds the disk as it
// would be found after a cut.

const source = join(import.meta.dirname, 'recorder.c');

/** The recorder as a library that a program can be started with, compiled once for each text of it. */
export function recorderLibrary(): string {
  const hash = createHash('sha256').update(readFileSync(source)).digest('hex').slice(0, 12);
  const cache = join(import.meta.dirname, '..', '..', '..', '.cache', 'hardening');
  const library = join(cache, `recorder-${hash}.so`);
  if (existsSync(library)) return library;
  mkdirSync(cache, { recursive: true });
  const beside = `${library}.${process.pid}`;
  execFileSync('cc', ['-shared', '-fPIC', '-O1', '-o', beside, source]);
  renameSync(beside, library);
  return library;
}

/** One change of a disk, or one line of a program's output between the changes. */
export type Change = {
  readonly what: string;
  readonly file: number;
  readonly offset: number;
  readonly bytes: Buffer;
};

export function readRecording(path: string): readonly Change[] {
  const bytes = readFileSync(path);
  const changes: Change[] = [];
  for (let at = 0; at < bytes.length;) {
    const what = String.fromCharCode(bytes.readUInt8(at));
    const [file, offset, length] = [1, 9, 17].map((skip) =>
      Number(bytes.readBigUInt64LE(at + skip)),
    );
    assert(file !== undefined && offset !== undefined && length !== undefined, 'a whole record');
    changes.push({ what, file, offset, bytes: bytes.subarray(at + 25, at + 25 + length) });
    at += 25 + length;
  }
  return changes;
}

type Content = { now: Buffer; synced: Buffer };
type Entry = {
  readonly path: string;
  readonly undo: boolean;
  readonly content: Content | 'folder';
};

/**
 * A disk that remembers what was synced. Names become durable when their folder is synced, or a
 * new file's own name when the file is, as on ext4; a rename is one step, never half.
 */
export class Disk {
  readonly #open = new Map<number, string>();
  readonly #now = new Map<string, Content | 'folder'>();
  readonly #synced = new Map<string, Content | 'folder'>();
  /** Names that changed since their folder was synced: what each step puts or takes away. */
  #steps: (readonly Entry[])[] = [];

  apply({ what, file, offset, bytes }: Change): void {
    const text = () => bytes.toString('utf8');
    if (what === 'o') this.#open.set(file, text());
    else if (what === 'x') this.#open.delete(file);
    else if (what === 'c') this.#put(text(), { now: Buffer.alloc(0), synced: Buffer.alloc(0) });
    else if (what === 'd') this.#put(text(), 'folder');
    else if (what === 'u') this.#remove(text());
    else if (what === 'r') this.#rename(text());
    else if (what === 'w') this.#edit(file, (now) => written(now, offset, bytes));
    else if (what === 't') this.#edit(file, (now) => resized(now, offset));
    else if (what === 's') this.#sync(this.#open.get(file));
  }

  #put(path: string, content: Content | 'folder'): void {
    this.#now.set(path, content);
    this.#steps.push([{ path, undo: false, content }]);
  }

  #remove(path: string): void {
    const content = this.#now.get(path);
    if (content === undefined) return;
    this.#now.delete(path);
    this.#steps.push([{ path, undo: true, content }]);
  }

  #rename(both: string): void {
    const [from = '', to = ''] = both.split('\n');
    const moved = [...this.#now].filter(([path]) => path === from || path.startsWith(`${from}/`));
    const step: Entry[] = [];
    for (const [path, content] of moved) {
      const target = to + path.slice(from.length);
      this.#now.delete(path);
      this.#now.set(target, content);
      step.push({ path, undo: true, content }, { path: target, undo: false, content });
    }
    this.#steps.push(step);
  }

  #edit(file: number, change: (now: Buffer) => Buffer): void {
    const content = this.#now.get(this.#open.get(file) ?? '');
    if (content !== undefined && content !== 'folder') content.now = change(content.now);
  }

  #sync(path: string | undefined): void {
    if (path === undefined) return;
    const content = this.#now.get(path);
    if (content !== undefined && content !== 'folder') {
      content.synced = Buffer.from(content.now);
      this.#settle((step) =>
        step.some((entry) => entry.path === path && !entry.undo && entry.content === content),
      );
    } else this.#settle((step) => step.some((entry) => dirname(entry.path) === path));
  }

  #settle(isMeant: (step: readonly Entry[]) => boolean): void {
    const last = this.#steps.findLastIndex(isMeant);
    // The file system's own journal keeps the order: what came before goes along.
    for (const entry of this.#steps.splice(0, last + 1).flat()) {
      if (entry.undo) this.#synced.delete(entry.path);
      else this.#synced.set(entry.path, entry.content);
    }
  }

  /** Writes what is left when the power goes now, or when only the program ends. */
  leave(after: 'power-cut' | 'kill', from: string, to: string): void {
    const names = after === 'kill' ? this.#now : this.#synced;
    for (const [path, content] of [...names].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
      const target = to + path.slice(from.length);
      mkdirSync(content === 'folder' ? target : dirname(target), { recursive: true });
      if (content !== 'folder')
        writeFileSync(target, after === 'kill' ? content.now : content.synced);
    }
  }
}

function written(now: Buffer, offset: number, bytes: Buffer): Buffer {
  const end = offset + bytes.length;
  const next = end <= now.length ? now : resized(now, end);
  bytes.copy(next, offset);
  return next;
}

function resized(now: Buffer, length: number): Buffer {
  const next = Buffer.alloc(length);
  now.copy(next, 0, 0, Math.min(length, now.length));
  return next;
}
