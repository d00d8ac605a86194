import { dirname } from 'node:path';
import type { Clock } from '#core/base/capabilities.ts';
import { err, ok, type Result } from '#core/base/result.ts';
import type { Manifest } from '#core/pack/manifest.ts';
import { compareVersions, type TrustedKey } from '#core/pack/pack-origin.ts';
import type { ShippedPack } from '#core/pack/pack.ts';
import type { PackFiles } from '#core/pack/pack-files.ts';
import { type LoadProblem, parsePackGently } from './load-pack.ts';
import { readBundle, type SourceProblem } from './pack-source.ts';
import { digestOf, fingerprintOf, isSignatureSound } from './signature.ts';

/** One thing that is wrong in an update: where, and what. `line` counts from 1. */
export type FaultyPlace = {
  readonly file: string;
  readonly line: number | null;
  readonly what: LoadProblem['kind'];
  readonly detail: string;
};

export type UpdateProblem =
  | SourceProblem
  | { readonly kind: 'SignatureBroken' }
  /** Signed, and by a key that nobody here trusts. */
  | { readonly kind: 'StrangerSigned'; readonly fingerprint: string }
  | { readonly kind: 'PackFaulty'; readonly places: readonly FaultyPlace[] }
  | { readonly kind: 'PackTooNew' }
  | { readonly kind: 'OtherPack'; readonly id: string }
  | { readonly kind: 'NotNewer'; readonly version: string; readonly inForce: string };

export type JudgedUpdate = {
  readonly shipped: ShippedPack;
  /** SHA-256 of its texts: what was looked at is what is taken. */
  readonly digest: string;
  readonly publicKey: string;
  readonly fingerprint: string;
};

/** More than anybody reads; the rest shows once these are mended. */
const mostPlaces = 20;

/** Whose key a file was signed with, where its signature stands: for whoever wants to trust that key. */
export function readSigner(
  path: string,
): Result<
  { readonly publicKey: string; readonly fingerprint: string },
  SourceProblem | { readonly kind: 'SignatureBroken' }
> {
  const read = readBundle(path);
  if (!read.ok) return read;
  const { bundle, files } = read.value;
  if (!isSignatureSound(bundle, files)) return err({ kind: 'SignatureBroken' });
  const { publicKey } = bundle;
  return ok({ publicKey, fingerprint: fingerprintOf(Buffer.from(publicKey, 'base64')) });
}

/** Whether a file may take the place of the pack in force. The pack in force is not touched. */
export async function judgeUpdate(
  path: string,
  about: {
    readonly keys: readonly TrustedKey[];
    readonly inForce: Pick<Manifest, 'id' | 'version'>;
    readonly clock: Clock;
  },
): Promise<Result<JudgedUpdate, UpdateProblem>> {
  const read = readBundle(path);
  if (!read.ok) return read;
  const { bundle, files } = read.value;
  if (!isSignatureSound(bundle, files)) return err({ kind: 'SignatureBroken' });
  const { publicKey } = bundle;
  const fingerprint = fingerprintOf(Buffer.from(publicKey, 'base64'));
  if (!about.keys.some((key) => key.publicKey === publicKey))
    return err({ kind: 'StrangerSigned', fingerprint });
  const parsed = await parsePackGently(files, about.clock);
  if (!parsed.ok) {
    if (parsed.error.some(({ kind }) => kind === 'FormatTooNew'))
      return err({ kind: 'PackTooNew' });
    const places = parsed.error.slice(0, mostPlaces).map((problem) => placeOf(files, problem));
    return err({ kind: 'PackFaulty', places });
  }
  const { id, version } = parsed.value.manifest;
  const { inForce } = about;
  if (id !== inForce.id) return err({ kind: 'OtherPack', id });
  if (compareVersions(version, inForce.version) <= 0)
    return err({ kind: 'NotNewer', version, inForce: inForce.version });
  return ok({ shipped: parsed.value, digest: digestOf(files), publicKey, fingerprint });
}

/** The file and the line to look at. A link that leads nowhere is found by the id that has it. */
export function placeOf(files: PackFiles, problem: LoadProblem): FaultyPlace {
  const { kind: what, ...facts } = problem;
  if (problem.kind === 'FileInvalid')
    return { file: problem.file, line: problem.line, what, detail: problem.reason };
  const detail = Object.values(facts).join(', ');
  if ('where' in problem && 'file' in problem) {
    const at = files.get(problem.file)?.indexOf(`\n  ${problem.where}:`) ?? -1;
    const before = files.get(problem.file)?.slice(0, at + 1) ?? '';
    return { file: problem.file, line: before.split('\n').length, what, detail: problem.where };
  }
  if ('file' in problem) return { file: problem.file, line: null, what, detail };
  if (!('where' in problem) || problem.where === 'manifest') {
    const field = problem.kind === 'DateInFuture' ? 'date' : 'format';
    return { file: 'manifest.yaml', line: lineOf(files.get('manifest.yaml'), field), what, detail };
  }
  const { where } = problem;
  const isOfLanguage = (path: string) =>
    'language' in problem ? path === `phrases/${problem.language}.yaml` : dirname(path) === '.';
  const id = where.replaceAll('.', String.raw`\.`);
  const words = new RegExp(`^(- id: |[ \\t]+id: |[ \\t]+|- \\{ id: )'?${id}'?[:\\s,]`, 'm');
  for (const [file, text] of files) {
    const at = isOfLanguage(file) ? text.search(words) : -1;
    if (at >= 0) {
      return { file, line: text.slice(0, at).split('\n').length, what, detail };
    }
  }
  const file = 'language' in problem ? `phrases/${problem.language}.yaml` : 'manifest.yaml';
  return { file, line: null, what, detail };
}

/** Where a field of the whole file stands. */
function lineOf(text: string | undefined, field: string): number | null {
  const at = text?.search(new RegExp(`^${field}:`, 'm')) ?? -1;
  return at < 0 ? null : (text ?? '').slice(0, at).split('\n').length;
}
