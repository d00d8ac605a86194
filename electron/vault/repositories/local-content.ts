import type { z } from 'zod';
import { checkVersion, keepVersion } from '../audit-log.ts';
import type { Database } from '../database.ts';

/** One list of what this place adds to the content: confirmed laws, its directory, its corrections. */
export type LocalList<Schema extends z.ZodType> = {
  readonly name: string;
  readonly schema: Schema;
  /** What it is before anybody has written it. */
  readonly first: z.output<Schema>;
};

/** @throws RecordAltered when an older list, or another, was put in its place */
export function readLocal<Schema extends z.ZodType>(
  database: Database,
  list: LocalList<Schema>,
): z.output<Schema> {
  const text = readLocalText(database, list.name);
  return text === undefined ? list.first : list.schema.parse(JSON.parse(text));
}

/** The same list as a text, for whoever only wants to know whether it has changed. */
export function readLocalText(database: Database, name: string): string | undefined {
  const row = database
    .prepare('SELECT content FROM local_content WHERE name = :name')
    .get({ name });
  const text = row === undefined ? undefined : String(row['content']);
  checkVersion({ database }, recordOf(name), text);
  return text;
}

/** Call it inside `commit`, beside the entry for the log. */
export function writeLocal<Schema extends z.ZodType>(
  database: Database,
  list: LocalList<Schema>,
  value: z.output<Schema>,
): void {
  const { name } = list;
  const content = JSON.stringify(value);
  database
    .prepare(
      `INSERT INTO local_content (name, content) VALUES (:name, :content)
       ON CONFLICT DO UPDATE SET content = :content`,
    )
    .run({ name, content });
  keepVersion({ database }, recordOf(name), content);
}

function recordOf(name: string): string {
  return `local-content:${name}`;
}
