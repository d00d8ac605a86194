// `npm run pack`: the program as it would stand in a clinic, a twin of it for tests, and the
// proof that they differ in one fuse and nothing else. Works without a network.
import { cpSync, globSync, readFileSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { listPackage } from '@electron/asar';
import {
  flipFuses,
  FuseState,
  FuseV1Options,
  FuseVersion,
  getCurrentFuseWire,
} from '@electron/fuses';
import { build } from 'electron-builder';
import { electronPath } from './electron-path.ts';
import { fuses, fuseStates, root, stageProgram, stageRuntime, versionOf } from './packing.ts';

const work = join(root, '.cache', 'packing');
const out = join(root, 'dist');
const packed = join(out, 'linux-unpacked');
const twin = join(out, 'twin-for-tests');
const program = 'quietroom';

rmSync(out, { recursive: true, force: true });
stageProgram(join(work, 'program'));
stageRuntime(dirname(electronPath), join(work, 'runtime'));
await build({
  projectDir: root,
  publish: 'never',
  dir: true,
  config: {
    appId: 'org.quietroom.desk',
    productName: 'Quietroom',
    directories: { app: join(work, 'program'), output: out },
    electronVersion: versionOf(electronPath),
    electronDist: join(work, 'runtime'),
    executableName: program,
    npmRebuild: false,
    nodeGypRebuild: false,
    // All that stands in the folder: it was put there by name.
    files: ['**/*'],
    asar: true,
    asarUnpack: ['**/*.node'],
    electronFuses: { ...fuses },
    linux: { target: 'dir', category: 'Office' },
  },
});

const wire = await getCurrentFuseWire(join(packed, program));
for (const [fuse, isOn] of fuseStates) {
  const isRight = wire[fuse] === (isOn ? FuseState.ENABLE : FuseState.DISABLE);
  say(isRight, `fuse ${FuseV1Options[fuse]} is ${isOn ? 'on' : 'off'}`);
}
const known = Object.values(FuseV1Options).filter((fuse) => typeof fuse === 'number');
const there = known.filter((fuse) => wire[fuse] !== undefined && wire[fuse] !== FuseState.REMOVED);
const unset = there.filter((fuse) => !fuseStates.some(([set]) => set === fuse));
say(unset.length === 0, `no fuse of this runtime is left as it came (${there.length} there)`);

rmSync(twin, { recursive: true, force: true });
cpSync(packed, twin, { recursive: true });
await flipFuses(join(twin, program), {
  version: FuseVersion.V1,
  [FuseV1Options.EnableNodeCliInspectArguments]: true,
});
compareFolders();
lookInside();

function compareFolders(): void {
  const list = (folder: string) =>
    globSync('**/*', { cwd: folder })
      .filter((file) => statSync(join(folder, file)).isFile())
      .toSorted();
  const files = list(packed);
  say(isDeepStrictEqual(files, list(twin)), `the twin has the same ${files.length} files`);
  const differences = files.flatMap((file) => {
    const [ours, theirs] = [packed, twin].map((folder) => readFileSync(join(folder, file)));
    return ours === undefined || theirs === undefined ? [] : differencesOf(file, ours, theirs);
  });
  for (const { file, at, ours, theirs } of differences)
    console.log(`  ${file}, byte ${at}: ${ours} in the packed copy, ${theirs} in its twin`);
  const [only] = differences;
  // A fuse that is off is the character 0, one that is on the character 1.
  const isTheFuse =
    differences.length === 1 &&
    only !== undefined &&
    String.fromCharCode(only.ours, only.theirs) === '01';
  say(isTheFuse && only.file === program, 'the twin differs in the one byte of the inspect fuse');
}

function differencesOf(file: string, ours: Buffer, theirs: Buffer) {
  if (ours.equals(theirs)) return [];
  const found = new Array<{ file: string; at: number; ours: number; theirs: number }>();
  for (let at = 0; at < Math.max(ours.length, theirs.length) && found.length < 20; at += 1) {
    const [here = -1, other = -1] = [ours[at], theirs[at]];
    if (here !== other) found.push({ file, at, ours: here, theirs: other });
  }
  return found;
}

/** Only what runs: no sources, tests, maps, or addons of other platforms. */
function lookInside(): void {
  const inside = listPackage(join(packed, 'resources', 'app.asar'), { isPack: false });
  const wanted = /^\/(out|content\/base|node_modules)(\/|$)|^\/(content|package\.json|LICENSE)$/;
  const strays = inside.filter(
    (file) =>
      !wanted.test(file) || /\.(ts|tsx|map|md|cc)$/.test(file.replace(/^\/content\/.*/, '')),
  );
  for (const stray of strays.slice(0, 10)) console.log(`  ${stray}`);
  say(strays.length === 0, `the archive holds ${inside.length} entries, all of them needed`);
  const count = (ending: RegExp) => inside.filter((file) => ending.test(file)).length;
  say(count(/\.node$/) === 2, 'it holds the two addons of this platform');
  say(count(/\/out\/renderer\/assets\/.*\.woff2?$/) > 100, 'it holds the fonts');
  const content = globSync('content/base/**/*.*', { cwd: root });
  const missing = content.filter((file) => !inside.includes(`/${file}`));
  say(
    content.length > 10 && missing.length === 0,
    `it holds the content (${content.length} files)`,
  );
  const loose = globSync('**/*.node', { cwd: join(packed, 'resources', 'app.asar.unpacked') });
  say(loose.length === 2, 'the addons lie unpacked beside it');
}

function say(isRight: boolean, sentence: string): void {
  console.log(`${isRight ? 'yes' : 'NO '} ${sentence}`);
  if (!isRight) process.exitCode = 1;
}
