/** ITU-T E.164 country codes of one and two digits; all others have three. */
const shortCodes = new Set(
  (
    '1 7 20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 ' +
    '64 65 66 81 82 84 86 90 91 92 93 94 95 98'
  ).split(' '),
);

/** Countries whose national numbers are dialled without a 0 in front. */
const withoutTrunkPrefix = new Set('30 34 39 45 47 48 351 352 356 357 371 372 376 420'.split(' '));

/**
 * Whether the number people read is the one a machine would dial. `080 005 005` is
 * `+358 80005005`: the national form has a 0 where the international one has the country.
 * `0800 121 700` is not `+44 8000121700`: one live page prints it a digit short.
 */
export function isSameNumber(e164: string, shown: string): boolean {
  const digits = shown.replaceAll(/\D/g, '');
  if (shown.trim().startsWith('+')) return `+${digits}` === e164;
  const starts = [e164.slice(1, 2), e164.slice(1, 3)];
  const code = starts.find((start) => shortCodes.has(start)) ?? e164.slice(1, 4);
  const national = e164.slice(1 + code.length);
  return digits === (withoutTrunkPrefix.has(code) ? national : `0${national}`);
}
