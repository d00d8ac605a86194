import { readdirSync } from 'node:fs';
import { userInfo } from 'node:os';
import { basename, join } from 'node:path';

/** Where a system shows a stick that was plugged in, each folder in it being one. */
function placesOfSticks(): readonly string[] {
  if (process.platform === 'darwin') return ['/Volumes'];
  const { username } = userInfo();
  return [`/media/${username}`, `/run/media/${username}`, '/media', '/mnt'];
}

/** Where each stick that is plugged in can be read. */
export function sticks(): readonly string[] {
  if (process.platform === 'win32')
    return 'DEFGHIJKLMNOPQRSTUVWXYZ'.split('').map((letter) => `${letter}:\\`);
  return placesOfSticks().flatMap((place) => namesIn(place).map((name) => join(place, name)));
}

/** The files with an ending at the top of any stick. Looks no deeper: a stick may be large and slow. */
export function findOnSticks(
  ending: string,
): readonly { readonly path: string; readonly name: string }[] {
  return sticks().flatMap((stick) =>
    namesIn(stick)
      .filter((name) => name.endsWith(ending) && !name.startsWith('.'))
      .map((name) => ({ path: join(stick, name), name: `${basename(stick)}: ${name}` })),
  );
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
