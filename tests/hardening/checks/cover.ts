import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { withFolder } from '../../support/folder.ts';
import { launch } from '../../support/launch.ts';
import { facility } from '../../support/people.ts';
import { openScreen } from '../../support/screen.ts';
import type { Check } from '../check.ts';
import { everyScreen, unusable } from '../cover/everywhere.ts';
import { screenKinds, visitSteps } from '../cover/screens.ts';
import { type Desk, type Trial, tryCover, type Way, ways } from '../cover/trial.ts';

// From the key, or the plain button, to the cover on the glass, as somebody in the room sees it,
// from every screen there is. The screens are taken from the code: one that is not reached here
// fails the check.

/** From the key to the neutral page, in milliseconds, for 95 of 100. */
const limitMs = 150;
const atFull = 200;
/** Every tenth try is made at a page that hangs. */
const frozenEvery = 10;

/** Needs a yes and a first call; its one part is tried as a step of the visit. */
const notTried = 'referral';

/** Unlikely words, in every place of a visit where somebody can type. */
const canaries = ['Zqalias', 'Zqownwords', 'Zqothersign', 'Zqsafecontact', facility.displayName];

export const check: Check = {
  name: 'cover',
  atFull,
  async run(count) {
    const { trials, missing } = await tryCovers(count);
    for (const kind of missing) console.error(`the screen ${kind} was not reached`);
    const figures = figuresOf(trials);
    const isSlow = figures.p95 > limitMs;
    if (isSlow) console.error(`p95 is ${figures.p95} ms and may be ${limitMs}`);
    const bad = trials.filter(isBad);
    for (const one of bad.slice(0, 10)) console.error('not covered:', one);
    return {
      tried: trials.length,
      failed: bad.length + missing.length + (isSlow ? 1 : 0),
      figures: { ...figures, screens: new Set(trials.map((one) => one.screenName)).size },
    };
  },
};

/** The cover did not come, or left something of the page. */
export function isBad({ ms, left }: Trial): boolean {
  return ms === undefined || left.length > 0;
}

/** Tries the cover at least once on every screen, and at least so often. */
export async function tryCovers(
  count: number,
): Promise<{ readonly trials: readonly Trial[]; readonly missing: readonly string[] }> {
  return withFolder(async (folder) => {
    const glass = join(folder, 'glass');
    mkdirSync(glass);
    const screen = await openScreen(glass);
    const trials: Trial[] = [];
    const on = (running: Desk['running']): Desk => ({ running, screen, folder: glass });
    const attempt = async (desk: Desk, screenName: string) => {
      const at = trials.length;
      const isFrozen = at % frozenEvery === frozenEvery - 1;
      // A page that hangs cannot see a click.
      const way: Way =
        (isFrozen ? ways[Math.floor(at / frozenEvery) % 2] : ways[at % ways.length]) ?? 'F9';
      trials.push(await tryCover(desk, screenName, way, isFrozen, canaries));
    };
    const env = { DISPLAY: screen.display };
    try {
      await unusable(join(folder, 'unusable'), env, on, attempt);
      const running = await launch(join(folder, 'profile'), { env });
      try {
        await everyScreen(on(running), count, trials, attempt);
      } finally {
        await running.close();
      }
    } finally {
      screen.stop();
    }
    const reached = new Set(trials.map(({ screenName }) => screenName.split(':')[0] ?? ''));
    const steps = visitSteps().map(({ step }) => `visit:${step}`);
    const names = new Set(trials.map(({ screenName }) => screenName));
    const missing = [
      ...screenKinds().filter((kind) => kind !== notTried && !reached.has(kind)),
      ...steps.filter((step) => !names.has(step)),
    ];
    return { trials, missing };
  });
}

export function figuresOf(trials: readonly Trial[]) {
  const times = trials
    .flatMap(({ ms }) => (ms === undefined ? [] : [ms]))
    .toSorted((a, b) => a - b);
  const slowestBy = (way: Way) =>
    Math.round(
      Math.max(...trials.filter((one) => one.way === way).map(({ ms }) => ms ?? Infinity)),
    );
  const frozen = trials.filter(({ isFrozen }) => isFrozen);
  const at = (share: number) =>
    Math.round(times[Math.min(times.length - 1, Math.ceil(times.length * share) - 1)] ?? Infinity);
  return {
    p50: at(0.5),
    p95: at(0.95),
    slowest: at(1),
    slowestF9: slowestBy('F9'),
    slowestShift: slowestBy('Shift'),
    slowestButton: slowestBy('button'),
    over: times.filter((ms) => ms > limitMs).length,
    frozen: frozen.length,
    slowestFrozen: Math.round(Math.max(0, ...frozen.map(({ ms }) => ms ?? Infinity))),
    left: trials.flatMap(({ left }) => left).length,
  };
}
