import { LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import type { Clock } from '#core/base/capabilities.ts';
import { err, ok, type Result } from '#core/base/result.ts';
import { checkPack, type PackProblem } from '#core/pack/check-pack.ts';
import { Manifest, packFormat } from '#core/pack/manifest.ts';
import { type Pack, packLists, type PhraseBook, ShippedPack, unpacked } from '#core/pack/pack.ts';
import { fileOfList, type PackFiles, sourcePhrasesFile } from '#core/pack/pack-files.ts';
import { SourcePhrases, TranslatedPhrases } from '#core/pack/phrase.ts';
import { StaffBook } from '#core/pack/staff-book.ts';
import { readPackFolder, type SourceProblem } from './pack-source.ts';

/** What stops a pack from being used. `line` counts from 1. */
export type LoadProblem =
  | SourceProblem
  | {
      readonly kind: 'FileInvalid';
      readonly file: string;
      readonly line: number;
      readonly reason: string;
    }
  | PackProblem;

/** Reads a pack from its folder. It is handed out only when every file and every link in it is in order. */
export function loadPack(folder: string, clock: Clock): Result<Pack, readonly LoadProblem[]> {
  const files = readPackFolder(folder);
  return files.ok ? parsePack(files.value, clock) : err([files.error]);
}

/** The pack that these texts make, or everything that is wrong with them. */
export function parsePack(files: PackFiles, clock: Clock): Result<Pack, readonly LoadProblem[]> {
  const reading = readSteps(files, clock);
  for (;;) {
    const step = reading.next();
    if (step.done !== true) continue;
    return step.value.ok ? ok(unpacked(step.value.value)) : step.value;
  }
}

/**
 * The same, file by file, with room for everything else between two of them: a key press that
 * covers the screen does not wait until 34 languages are read.
 */
export async function parsePackGently(
  files: PackFiles,
  clock: Clock,
): Promise<Result<ShippedPack, readonly LoadProblem[]>> {
  const reading = readSteps(files, clock);
  for (;;) {
    const step = reading.next();
    if (step.done === true) return step.value;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** Stops after each file. */
function* readSteps(
  files: PackFiles,
  clock: Clock,
): Generator<void, Result<ShippedPack, readonly LoadProblem[]>> {
  const problems: LoadProblem[] = [];

  function read<Schema extends z.ZodType>(
    file: string,
    schema: Schema,
  ): z.infer<Schema> | undefined {
    const parsed = readYaml(files, file, schema);
    if (parsed.ok) return parsed.value;
    problems.push(...parsed.error);
    return undefined;
  }

  // A newer layout is told by its number, before anything in it that is not known here.
  const about = readYaml(files, 'manifest.yaml', z.looseObject({ format: z.number() }));
  if (about.ok && about.value.format > packFormat) {
    return err([{ kind: 'FormatTooNew', format: about.value.format, readable: packFormat }]);
  }
  const lists: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(packLists)) {
    lists[name] = read<z.ZodType>(fileOfList(name), schema);
    yield;
  }
  const phraseBooks: (PhraseBook | undefined)[] = [];
  for (const file of phraseFiles(files)) {
    phraseBooks.push(
      file === sourcePhrasesFile
        ? sourceBook(read(file, SourcePhrases))
        : translatedBook(read(file, TranslatedPhrases)),
    );
    yield;
  }
  const staffBooks: (StaffBook | undefined)[] = [];
  for (const file of staffFiles(files)) {
    staffBooks.push(read(file, StaffBook));
    yield;
  }
  const manifest = read('manifest.yaml', Manifest);
  const draft = { manifest, ...lists, phraseBooks, staffBooks };
  if (problems.length > 0) return err(problems);
  const pack = ShippedPack.parse(draft);
  const inconsistent = checkPack(unpacked(pack), clock.now());
  return inconsistent.length > 0 ? err(inconsistent) : ok(pack);
}

/** The source first, then the others by name. */
function phraseFiles(files: PackFiles): readonly string[] {
  const others = [...files.keys()].filter((path) => path.startsWith('phrases/'));
  return [sourcePhrasesFile, ...others.filter((path) => path !== sourcePhrasesFile).toSorted()];
}

function staffFiles(files: PackFiles): readonly string[] {
  return [...files.keys()].filter((path) => path.startsWith('staff/')).toSorted();
}

function sourceBook(file: SourcePhrases | undefined): PhraseBook | undefined {
  return (
    file && {
      language: file.language,
      phrases: Object.fromEntries(
        Object.entries(file.phrases).map(([id, { text }]) => [
          id,
          { text, status: 'source' as const },
        ]),
      ),
    }
  );
}

function translatedBook(file: TranslatedPhrases | undefined): PhraseBook | undefined {
  return (
    file && {
      language: file.language,
      phrases: Object.fromEntries(
        Object.entries(file.phrases).map(([id, phrase]) => [
          id,
          typeof phrase === 'string'
            ? { text: phrase, status: 'draft' as const }
            : { text: phrase.text, status: 'reviewed' as const },
        ]),
      ),
    }
  );
}

function readYaml<Schema extends z.ZodType>(
  files: PackFiles,
  file: string,
  schema: Schema,
): Result<z.infer<Schema>, LoadProblem[]> {
  const text = files.get(file);
  if (text === undefined) return err([{ kind: 'FileUnreadable', file }]);
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  if (document.errors.length > 0) {
    return err(
      document.errors.map((error) => ({
        kind: 'FileInvalid',
        file,
        line: lines.linePos(error.pos[0]).line,
        reason: error.message.split('\n')[0] ?? error.code,
      })),
    );
  }
  let content: unknown;
  try {
    content = document.toJS();
  } catch (error) {
    // Such as a text that begins with a sign which means something in YAML.
    const reason = error instanceof Error ? error.message : String(error);
    return err([{ kind: 'FileInvalid', file, line: lineOfAlias(text), reason }]);
  }
  const parsed = schema.safeParse(content);
  if (parsed.success) return ok(parsed.data);
  return err(
    parsed.error.issues.map((issue) => {
      const [stray] = issue.code === 'unrecognized_keys' ? issue.keys : [];
      return {
        kind: 'FileInvalid',
        file,
        line: lineOf(stray === undefined ? issue.path : [...issue.path, stray]),
        reason: stray === undefined ? reasonOf(issue) : `unknown field “${stray}”`,
      };
    }),
  );

  function reasonOf({ path, message }: z.core.$ZodIssue): string {
    const field = path.at(-1);
    const isMissing = typeof field === 'string' && valueAt(content, path) === undefined;
    return isMissing ? `the field “${field}” is missing` : `${path.join('.')}: ${message}`;
  }

  function lineOfAlias(yaml: string): number {
    const at = /(^|[\s:[{,])\*/m.exec(yaml)?.index ?? 0;
    return lines.linePos(at + 1).line;
  }

  /** The line of the nearest enclosing value that is in the file. */
  function lineOf(path: readonly PropertyKey[]): number {
    for (let length = path.length; length > 0; length -= 1) {
      const node = document.getIn(path.slice(0, length), true);
      if (
        typeof node === 'object' &&
        node !== null &&
        'range' in node &&
        Array.isArray(node.range)
      ) {
        return lines.linePos(Number(node.range[0])).line;
      }
    }
    return 1;
  }
}

function valueAt(content: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => {
    const fields = new Map<PropertyKey, unknown>(Object.entries(Object(value)));
    return fields.get(typeof key === 'number' ? String(key) : key);
  }, content);
}
