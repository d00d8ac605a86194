import type { PackFiles } from '#core/pack/pack-files.ts';
import { assert } from '#core/base/assert.ts';

const kept = ['en', 'ar', 'fi', 'ti'] as const;

/**
 * The same pack in four languages and not in thirty-four: everything else in it is as it ships, and
 * it is read eight times as fast, for the tests that read it over and over.
 */
export function inFewLanguages(files: PackFiles): PackFiles {
  const isKept = (tag: string | undefined) => kept.some((each) => each === tag);
  const few = [...files].filter(([path]) => {
    const [, tag] = /^phrases\/(.*)\.yaml$/.exec(path) ?? [];
    return tag === undefined || isKept(tag);
  });
  return new Map(few.map(([path, text]) => [path, path === 'manifest.yaml' ? fewOf(text) : text]));

  function fewOf(manifest: string): string {
    let left = 0;
    const text = manifest.replaceAll(/^ {2}- \{\s*tag: ([\w-]+),[^}]*\}\n/gm, (language, tag) => {
      left += isKept(tag) ? 1 : 0;
      return isKept(tag) ? language : '';
    });
    assert(left === kept.length, 'the manifest names the languages that are kept');
    return text;
  }
}
