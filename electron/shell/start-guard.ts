/**
 * Which copy of the program this is: for people, for those who work on it, or the twin of a
 * packed copy whose inspect fuse was left on for tests (build/pack.ts).
 */
export type Copy = 'packed' | 'development' | 'test-twin';

/**
 * What a start may be given. A list of what is known to do no harm, because a list of what is
 * dangerous could never be whole: Chromium knows more than a thousand switches, among them ones
 * that open a port, write the traffic to a file, load code, or take the sandbox away, and every
 * version brings new ones. There is no fuse against them.
 */
const harmless: readonly RegExp[] = [
  /^--profile=.+$/s,
  // Old graphics drivers, a screen that is hard to read, a desktop that is not X11.
  /^--disable-gpu$/,
  /^--force-device-scale-factor=[\d.]+$/,
  /^--ozone-platform(-hint)?=(auto|x11|wayland)$/,
];

/** What the tests and the measurements need, of a copy that is not for real people. */
const forWork: readonly RegExp[] = [
  /^--inspect=0$/,
  /^--remote-debugging-port=0$/,
  /^--user-data-dir=.+$/s,
];

/** Variables by which Electron, Chromium or Node write what is on the screen or the wire to a file. */
const neverSet = /^(SSLKEYLOGFILE|ELECTRON_LOG_FILE|CHROME_LOG_FILE|BREAKPAD_DUMP_LOCATION)$/;

/**
 * Whatever else steers the runtime, but for the choice between X11 and Wayland, and the name
 * that Electron itself sets before this code runs.
 */
const steersTheRuntime = /^(NODE_|ELECTRON_(?!OZONE_PLATFORM_HINT$)|CHROME_(?!DESKTOP$))/;

/** What a start brings along: its words after the program's own name, and its surroundings. */
export type Start = {
  readonly copy: Copy;
  readonly words: readonly string[];
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly isRoot: boolean;
};

/** The first word or variable because of which this program does not start, or undefined. */
export function refusedIn({ copy, words, variables, isRoot }: Start): string | undefined {
  const allowed = copy === 'packed' ? harmless : [...harmless, ...forWork];
  const strays = words.filter(
    (word) =>
      !allowed.some((known) => known.test(word)) &&
      // Chromium has no sandbox for root, and a packed copy is not for root.
      !(word === '--no-sandbox' && isRoot && copy !== 'packed'),
  );
  // The folder of the program, which Electron takes as a word in development.
  const folders = copy === 'development' ? strays.filter((word) => !word.startsWith('-')) : [];
  const stray = strays.find((word) => word !== folders[0]);
  if (stray !== undefined) return stray.split('=')[0];
  return Object.keys(variables).find(
    (name) =>
      variables[name] !== undefined &&
      (neverSet.test(name) || (copy === 'packed' && steersTheRuntime.test(name))),
  );
}

/** What is said on standard error before the program ends. */
export function refusalOf(what: string): string {
  return `Quietroom does not start with "${what}": it could let others read along. Start it without.`;
}
