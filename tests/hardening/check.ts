import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';

/** What a check says of itself: how many it tried and how many of these failed. */
export const Outcome = z.object({
  tried: z.int().min(0),
  failed: z.int().min(0),
  /** Figures worth publishing beside the two, such as milliseconds; the unit is in the name. */
  figures: z.record(z.string(), z.number()).optional(),
});
export type Outcome = z.infer<typeof Outcome>;

/** One module of `checks/` exports one of these, as `check`, and is named like it. */
export type Check = {
  readonly name: string;
  /** How many it tries when it is asked for all of it. */
  readonly atFull: number;
  /** Tries at least `count`. Trying fewer is a failure, and so is throwing. */
  readonly run: (count: number) => Promise<Outcome>;
};

/** The checks that have to be there. One that is not is reported as missing, and nothing passes. */
export const requiredChecks = [
  'kill-save',
  'power-cut',
  'kill-change',
  'damage',
  'write-faults',
  'slots',
  'model',
  'audit-tamper',
  'canaries',
  'packets',
  'cover',
  'calls',
  'disclosure',
  'print-faults',
] as const;

export const checksFolder = join(import.meta.dirname, 'checks');

/** The names of the checks in a folder, which are those of their files. */
export function checksIn(folder: string): readonly string[] {
  return globSync('*.ts', { cwd: folder })
    .map((file) => basename(file, '.ts'))
    .toSorted();
}

const Module = z.object({
  check: z.object({
    name: z.string(),
    atFull: z.int().min(1),
    run: z.custom<Check['run']>((value) => typeof value === 'function'),
  }),
});

/** @throws when the module exports no check, or one that is named differently */
export async function loadCheck(folder: string, name: string): Promise<Check> {
  const { check } = Module.parse(await import(pathToFileURL(join(folder, `${name}.ts`)).href));
  if (check.name !== name) throw new Error(`${name}.ts holds a check named ${check.name}`);
  return check;
}
