import { wordlist } from '@scure/bip39/wordlists/english.js';
import { randomKey } from './keys.ts';

const words = 6;

/** Six words of the BIP 39 English list by chance: 66 bits, and each is easy to spell. */
export function makePassphrase(): string {
  const chance = randomKey(2 * words);
  // 2,048 divides 65,536: every word is as likely as any other.
  return Array.from(
    { length: words },
    (_, at) => wordlist[chance.readUInt16LE(2 * at) % wordlist.length] ?? '',
  ).join(' ');
}
