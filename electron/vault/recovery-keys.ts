import { createHash } from 'node:crypto';
import { combine, split } from 'shamir-secret-sharing';
import { err, ok, type Result } from '#core/base/result.ts';
import { growMemberKeys, type MemberKeys, randomKey, wipe, wipeMember } from './keys.ts';
import { shareBytes, shareOf, wordsOf, type WordsProblem } from './share-words.ts';

// The keys that no member has: they grow from a secret that exists on paper alone, in three
// shares of which any two are enough (docs/adr/0015-recovery-sheets.md).

export const sheetsMade = 3;
export const sheetsNeeded = 2;

/** 128 bits: as hard as the curve of the keys that grow from it, and short enough to type. */
const secretBytes = 16;
/** The secret's share and the place on the curve it belongs to. */
const bareShareBytes = secretBytes + 1;

/** What two people read from two sheets. */
export type TypedSheets = readonly [string, string];

export type SheetsProblem =
  | (WordsProblem & { readonly sheet: number })
  /** Every word may be right: the sheet belongs to another set, older or newer. */
  | { readonly kind: 'SheetOfAnotherSet'; readonly sheet: number }
  | { readonly kind: 'SameSheetTwice' };

/** The words of three sheets, and the public half of what two of them give. */
export async function makeSheets(): Promise<{
  readonly recoveryPublic: Buffer;
  readonly sheets: readonly (readonly string[])[];
}> {
  const secret = randomKey(secretBytes);
  const keys = growMemberKeys(secret);
  const recoveryPublic = keys.boxPublic;
  // The library takes no Buffer.
  const bareSecret = new Uint8Array(secret);
  const shares = await split(bareSecret, sheetsMade, sheetsNeeded);
  const sheets = shares.map((bare) => wordsOf(Buffer.concat([bare, markOf(bare, recoveryPublic)])));
  for (const bare of [bareSecret, ...shares]) bare.fill(0);
  wipe(secret);
  wipeMember(keys);
  return { recoveryPublic, sheets };
}

/**
 * The keys that two sheets of one set give. Whoever gets them wipes them (`wipeMember`).
 *
 * @param recoveryPublic of the set that is meant; each sheet is checked against it alone, so
 * that a wrong one can be named
 */
export async function joinSheets(
  typed: TypedSheets,
  recoveryPublic: Buffer,
): Promise<Result<MemberKeys, SheetsProblem>> {
  const shares = new Array<Buffer>();
  for (const [at, text] of typed.entries()) {
    const share = shareOf(text);
    if (!share.ok) return err({ ...share.error, sheet: at + 1 });
    const bare = share.value.subarray(0, bareShareBytes);
    const mark = share.value.subarray(bareShareBytes);
    if (!mark.equals(markOf(bare, recoveryPublic)))
      return err({ kind: 'SheetOfAnotherSet', sheet: at + 1 });
    shares.push(bare);
  }
  const [first, second] = shares;
  if (first === undefined || second === undefined || first.equals(second))
    return err({ kind: 'SameSheetTwice' });
  const pair = [new Uint8Array(first), new Uint8Array(second)];
  const secret = Buffer.from(await combine(pair));
  for (const bare of pair) bare.fill(0);
  const keys = growMemberKeys(secret);
  wipe(secret, first, second);
  if (keys.boxPublic.equals(recoveryPublic)) return ok(keys);
  wipeMember(keys);
  return err({ kind: 'SheetOfAnotherSet', sheet: 2 });
}

/** Three bytes by which a share is known to be whole and of its set. They tell nothing of the others. */
function markOf(bare: Uint8Array, recoveryPublic: Buffer): Buffer {
  const hash = createHash('sha256').update('recovery-sheet').update(recoveryPublic).update(bare);
  return hash.digest().subarray(0, shareBytes - bareShareBytes);
}
