/** One field that two members filled in differently, with what stood there before either of them. */
export type BothVersions<Key extends string = string> = {
  readonly key: Key;
  readonly theirs: string;
  readonly mine: string;
  /** Whose text is proposed: of whoever changed what stood there, and one's own where both did. */
  readonly proposed: 'theirs' | 'mine';
};

export type VersionChoice = 'theirs' | 'mine' | 'both';

/**
 * The fields in which two versions differ, in the order of the keys. Where only one of the two
 * changed what stood there before, that one is proposed; nothing is dropped without being shown.
 */
export function bothVersions<Key extends string>(
  keys: readonly Key[],
  before: Readonly<Record<Key, string>>,
  theirs: Readonly<Record<Key, string>>,
  mine: Readonly<Record<Key, string>>,
): readonly BothVersions<Key>[] {
  return keys
    .filter((key) => theirs[key] !== mine[key])
    .map((key) => ({
      key,
      theirs: theirs[key],
      mine: mine[key],
      proposed: mine[key] === before[key] ? 'theirs' : 'mine',
    }));
}

/** The text that was chosen. Both are kept one after the other. */
export function chosenText({ theirs, mine }: BothVersions, choice: VersionChoice): string {
  if (choice === 'theirs') return theirs;
  if (choice === 'mine') return mine;
  return [theirs, mine].filter((text) => text !== '').join(' / ');
}
