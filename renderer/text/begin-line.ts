/** Words that stand within a sentence elsewhere, as they begin a line of their own. */
export function beginLine(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
