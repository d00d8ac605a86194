import { passwordLength } from './staff.ts';

export type PasswordProblem =
  | { readonly kind: 'TooShort'; readonly atLeast: number }
  | { readonly kind: 'TooLong'; readonly atMost: number }
  | { readonly kind: 'TooPlain' }
  | { readonly kind: 'TooCommon' }
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

/**
 * Whether a password is little more than what many people choose, put together, with figures
 * around it or with figures in the place of letters: `P@ssw0rd-P@ssw0rd`, `summer2026winter`.
 *
 * @param common such words and sentences (content/base/common-passwords.yaml)
 */
export function isCommon(password: string, common: readonly string[]): boolean {
  const pieces = common.map(lettersOf).toSorted((a, b) => b.length - a.length);
  const folded = fold(password);
  const undisguised = folded.replaceAll(/[@013457$!]/g, (mark) => disguises[mark] ?? mark);
  return [folded, undisguised].some((text) => {
    const rest = pieces.reduce((left, piece) => left.replaceAll(piece, ' '), lettersOf(text));
    return [...rest.replaceAll(/[\s\d]/g, '')].length < passwordLength.min / 2;
  });
}

const disguises: Readonly<Record<string, string>> = {
  '@': 'a',
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  $: 's',
  '!': 'i',
};

/** Letters and figures alone: what stands between words says nothing. */
function lettersOf(text: string): string {
  return fold(text).replaceAll(/[^\p{L}\p{N}]/gu, '');
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
