import { closeSync, constants, fstatSync, openSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { err, ok, type Result } from '#core/base/result.ts';
import { Bundle, BundleEnvelope, bundleFormat } from '#core/pack/bundle.ts';
import { isPackPath, type PackFiles } from '#core/pack/pack-files.ts';

/** Why a pack could not even be read. `file` is a path in the pack, or the name of the bundle. */
export type SourceProblem =
  | { readonly kind: 'FileUnreadable'; readonly file: string }
  | { readonly kind: 'FileTooLarge'; readonly file: string; readonly limitBytes: number }
  | { readonly kind: 'StrayFile'; readonly file: string }
  | { readonly kind: 'BundleBroken'; readonly file: string }
  | { readonly kind: 'BundleTooNew'; readonly bundle: number; readonly readable: number };

/** Many times what the largest file of the base pack needs, and little enough to hold in memory. */
export const fileLimitBytes = 2_000_000;
export const bundleLimitBytes = 20_000_000;

/** The texts of a pack in a folder. Links are not followed: what lies elsewhere is no part of it. */
export function readPackFolder(folder: string): Result<PackFiles, SourceProblem> {
  const files = new Map<string, string>();
  for (const path of pathsIn(folder)) {
    const text = readText(join(folder, path), path, fileLimitBytes);
    if (!text.ok) return text;
    files.set(path, text.value);
  }
  return ok(files);
}

function pathsIn(folder: string): readonly string[] {
  const names = (at: string) => {
    try {
      return readdirSync(join(folder, at)).map((name) => (at === '' ? name : `${at}/${name}`));
    } catch {
      return [];
    }
  };
  return [...names(''), ...names('phrases'), ...names('staff')].filter(isPackPath).toSorted();
}

/** A bundle and the texts in it. That it is signed, and by whom, is still to be judged. */
export function readBundle(
  path: string,
): Result<{ readonly bundle: Bundle; readonly files: PackFiles }, SourceProblem> {
  const text = readText(path, 'bundle', bundleLimitBytes);
  return text.ok ? parseBundle(text.value) : text;
}

export function parseBundle(
  text: string,
): Result<{ readonly bundle: Bundle; readonly files: PackFiles }, SourceProblem> {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return err({ kind: 'BundleBroken', file: 'bundle' });
  }
  const envelope = BundleEnvelope.safeParse(content);
  if (envelope.success && envelope.data.bundle > bundleFormat)
    return err({
      kind: 'BundleTooNew',
      bundle: envelope.data.bundle,
      readable: bundleFormat,
    });
  const bundle = Bundle.safeParse(content);
  if (!bundle.success) return err({ kind: 'BundleBroken', file: 'bundle' });
  const entries = Object.entries(bundle.data.files);
  const stray = entries.find(([path]) => !isPackPath(path));
  if (stray !== undefined) return err({ kind: 'StrayFile', file: stray[0] });
  return ok({ bundle: bundle.data, files: new Map(entries) });
}

/** Reads through one handle, so that what was measured is what is read. */
function readText(path: string, file: string, limitBytes: number): Result<string, SourceProblem> {
  let handle: number;
  try {
    // A pipe in the place of a file is opened without waiting for somebody to write into it.
    const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = constants;
    handle = openSync(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  } catch {
    return err({ kind: 'FileUnreadable', file });
  }
  try {
    const about = fstatSync(handle);
    if (!about.isFile()) return err({ kind: 'FileUnreadable', file });
    if (about.size > limitBytes) return err({ kind: 'FileTooLarge', file, limitBytes });
    return ok(readFileSync(handle, 'utf8'));
  } catch {
    return err({ kind: 'FileUnreadable', file });
  } finally {
    closeSync(handle);
  }
}
