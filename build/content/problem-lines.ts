// What is wrong in a pack, for whoever writes it: one line each, with file and line where it is known.
import type { PackFiles } from '#core/pack/pack-files.ts';
import { placeOf } from '../../electron/packs/judge-update.ts';
import type { LoadProblem } from '../../electron/packs/load-pack.ts';

export function problemLines(
  files: PackFiles,
  problems: readonly LoadProblem[],
): readonly string[] {
  const lines = problems.map((problem) => {
    const { file, line, what, detail } = placeOf(files, problem);
    return `${line === null ? file : `${file}, line ${line}`}: ${what}: ${detail}`;
  });
  return [...lines, 'What to do about each stands in content/README.md, under “The checker”.'];
}
