import { randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';

/** The PIN that leaves the cover: a salted hash in memory, for as long as the session lasts. */
export type SessionPin = {
  readonly choose: (digits: string) => void;
  readonly check: (digits: string) => 'right' | 'wrong' | 'none';
  readonly forget: () => void;
};

export function createSessionPin(): SessionPin {
  let kept: { readonly salt: Buffer; readonly hash: Buffer } | undefined;

  function forget(): void {
    kept?.hash.fill(0);
    kept?.salt.fill(0);
    kept = undefined;
  }

  return {
    choose(digits) {
      forget();
      const salt = randomBytes(16);
      kept = { salt, hash: hashOf(digits, salt) };
    },
    check(digits) {
      if (kept === undefined) return 'none';
      return timingSafeEqual(hashOf(digits, kept.salt), kept.hash) ? 'right' : 'wrong';
    },
    forget,
  };
}

/** A few milliseconds: six digits have no strength to stretch, and what holds is the number of tries. */
function hashOf(digits: string, salt: Buffer): Buffer {
  return scryptSync(digits, salt, 32, { N: 4_096, r: 8, p: 1 });
}
