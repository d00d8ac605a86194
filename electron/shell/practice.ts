/**
 * The oldest Electron that still gets security fixes on the day this was last looked at
 * (2026-11-22). Older ones may be used to develop and to practise, and say so.
 */
const oldestSupportedMajor = 43;

export function isPracticeCopy(isPackaged: boolean, electronVersion: string): boolean {
  return !isPackaged || Number(electronVersion.split('.')[0]) < oldestSupportedMajor;
}
