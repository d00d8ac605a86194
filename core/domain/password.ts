import { passwordLength } from './staff.ts';

export type PasswordProblem =
  | { readonly kind: 'TooShort'; readonly atLeast: number }
  | { readonly kind: 'TooLong'; readonly atMost: number }
  | { readonly kind: 'TooPlain' }
  | { readonly kind: 'ContainsOwnName' };

/**
 * What stands against a new password, or undefined when nothing does. Length is what counts
 * (NIST SP 800-63B, section 5.1.1.2): no rules of composition, but nothing that a guesser
 * tries first: one character over and over, a short piece repeated, a run of the keyboard.
 *
 * @param names words a guesser would try for this member, such as the sign-in name
 */
export function judgePassword(
  password: string,
  names: readonly string[],
): PasswordProblem | undefined {
  const characters = [...password.normalize('NFKC')];
  if (characters.length < passwordLength.min)
    return { kind: 'TooShort', atLeast: passwordLength.min };
  if (characters.length > passwordLength.max)
    return { kind: 'TooLong', atMost: passwordLength.max };
  const folded = fold(password);
  if (isRepetition(folded) || isRun(folded)) return { kind: 'TooPlain' };
  // The longest first: "quietroom" must go before "quiet" leaves "room" of it.
  const guesses = names
    .map(fold)
    .filter((name) => name.length >= 2)
    .toSorted((a, b) => b.length - a.length);
  const rest = guesses.reduce((text, name) => text.replaceAll(name, ''), folded);
  if ([...rest].length < passwordLength.min / 2) return { kind: 'ContainsOwnName' };
  return undefined;
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().normalize('NFKC');
}

/** `quietquietquiet`, `aaaaaaaaaaaaaaa`: the text is one piece of at most a third of it, over and over. */
function isRepetition(text: string): boolean {
  for (let length = 1; length <= text.length / 3; length += 1) {
    const piece = text.slice(0, length);
    if (piece.repeat(Math.ceil(text.length / length)).startsWith(text)) return true;
  }
  return false;
}

const runs = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiopasdfghjklzxcvbnm',
  'azertyuiopqsdfghjklmwxcvbn',
];

/** `1234567890123456`, `abcdefghijklmnop`: nearly every character follows its neighbour in a known run. */
function isRun(text: string): boolean {
  const characters = [...text];
  const pairs = characters.slice(1).map((character, at) => `${characters[at] ?? ''}${character}`);
  const follows = (pair: string) =>
    runs.some((run) => run.includes(pair) || run.includes([...pair].toReversed().join('')));
  return pairs.filter(follows).length >= pairs.length * 0.8;
}
