import { packLists } from './pack.ts';

/** The texts of a pack by their paths in it, such as `phrases/ti.yaml`. */
export type PackFiles = ReadonlyMap<string, string>;

/** The source of all phrases, and the first book of every pack. */
export const sourcePhrasesFile = 'phrases/en.yaml';

/** `coverTopics` is read from `cover-topics.yaml`. */
export function fileOfList(list: string): string {
  return `${list.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.yaml`;
}

const named = new Set(['manifest.yaml', ...Object.keys(packLists).map(fileOfList)]);
const phrasesPath = /^phrases\/[a-zA-Z0-9]{2,8}(-[a-zA-Z0-9]{1,8})*\.yaml$/;

const staffPath = /^staff\/[a-zA-Z0-9]{2,8}(-[a-zA-Z0-9]{1,8})*\.yaml$/;

/** Whether a pack has a file of this path. Everything else is left where it is, above all a path that climbs out. */
export function isPackPath(path: string): boolean {
  return named.has(path) || phrasesPath.test(path) || staffPath.test(path);
}
