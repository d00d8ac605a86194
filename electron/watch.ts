// The watch over the window: runs the pure rules of core/journey/watch.ts on what somebody does
// at the desk, and has the window covered, uncovered and locked. It knows no window and no
// Electron, so that the tests can run it by hand.
import {
  type KeyStroke,
  nothingTyped,
  noShift,
  stepKeys,
  stepTypedPin,
} from '#core/journey/closing-keys.ts';
import {
  countdownOf,
  freshWatch,
  stepWatch,
  type Watch,
  type WatchEffect,
  type WatchEvent,
} from '#core/journey/watch.ts';
import type { WatchRules } from '#core/domain/watch-rules.ts';
import type { PageEvent } from '#core/ipc/page-event.ts';

/** What the window offers the watch (electron/shell/window.ts has the real one). */
export type Coverable = {
  readonly layCover: () => void;
  /** Puts the page back beneath the cover, where it can draw. */
  readonly prepareReturn: () => void;
  readonly takeCoverAway: () => void;
  readonly replacePage: () => void;
  readonly tell: (event: PageEvent) => void;
  /** Whether the cover shows its own, harmless countdown. */
  readonly announceTurn: (isNear: boolean) => void;
  /** Shows another page on the cover, as the countdown said. */
  readonly turnCover: () => void;
};

export type Behind = {
  readonly cover: () => void;
  /** The page is seen again. */
  readonly uncover: () => void;
  readonly lock: () => void;
  readonly checkPin: (digits: string) => 'right' | 'wrong' | 'none';
};

/** How long the cover waits for a page to draw itself anew: a frozen one must not hold it for ever. */
const redrawMs = 500;
/** The same for a page that is being loaded. */
const reloadMs = 1_000;
/** A page that crashes as it loads must not be loaded over and over without a pause. */
const replaceGoneMs = 1_000;

export function createWatch(nowMs: () => number, window: Coverable, behind: Behind) {
  let watch: Watch = freshWatch(nowMs());
  let shifts = noShift;
  let typed = nothingTyped;
  /** Whether the page has put away what stood behind the gate since the cover came. */
  let isCleared = true;
  let isClosing = false;
  let returning: NodeJS.Timeout | undefined;

  function happen(event: WithoutTime<WatchEvent>): void {
    const step = stepWatch(watch, { ...event, atMs: nowMs() });
    watch = step.watch;
    for (const effect of step.effects) carryOut(effect);
    announce();
  }

  function carryOut(effect: WatchEffect): void {
    switch (effect) {
      case 'cover':
        clearTimeout(returning);
        returning = undefined;
        typed = nothingTyped;
        isCleared = false;
        // First of all, whatever becomes of the rest.
        window.layCover();
        behind.cover();
        window.tell({ kind: 'Covered' });
        return;
      case 'uncover':
        window.prepareReturn();
        returning = setTimeout(finishReturn, isCleared ? redrawMs : reloadMs);
        // A page that did not put everything away may hang, with a person's words on it.
        if (isCleared) window.tell({ kind: 'Returning' });
        else window.replacePage();
        return;
      case 'lock':
        behind.lock();
        if (watch.isCovered) window.turnCover();
        return;
      default:
        effect satisfies never;
    }
  }

  function finishReturn(): void {
    if (returning === undefined) return;
    clearTimeout(returning);
    returning = undefined;
    behind.uncover();
    window.takeCoverAway();
  }

  /** The last seconds before a step, on whatever is seen then. */
  function announce(): void {
    const countdown = countdownOf(watch, nowMs());
    if (watch.isCovered) {
      window.announceTurn(countdown !== undefined);
    } else if (countdown !== undefined) {
      window.tell({ kind: 'Closing', ...countdown });
    } else if (isClosing) window.tell({ kind: 'NotClosing' });
    isClosing = countdown !== undefined;
  }

  return {
    /** To be called about once a second. */
    tick: () => happen({ kind: 'Ticked' }),
    touched: () => happen({ kind: 'Touched' }),
    /** @returns whether the key is ours, and the page does not get it */
    stroke(stroke: Omit<KeyStroke, 'atMs'>, isOnCover: boolean): boolean {
      const timed = { ...stroke, atMs: nowMs() };
      happen({ kind: 'Touched' });
      const keys = stepKeys(shifts, timed);
      shifts = keys.count;
      if (keys.asksFor === 'cover') happen({ kind: 'CoverAsked' });
      if (keys.asksFor === 'lock') happen({ kind: 'LockAsked' });
      if (!isOnCover || !watch.isCovered) return keys.asksFor !== undefined;
      const pin = stepTypedPin(typed, timed);
      typed = pin.typed;
      if (pin.tried !== undefined) happen({ kind: 'PinTried', found: behind.checkPin(pin.tried) });
      return pin.isOurs || keys.asksFor !== undefined;
    },
    /** Suspend, the lock of the system's screen, and the end of the program. */
    lock: () => happen({ kind: 'LockAsked' }),
    signedIn: (rules: WatchRules) => happen({ kind: 'SignedIn', rules }),
    rulesChanged: (rules: WatchRules) => happen({ kind: 'RulesChanged', rules }),
    signedOut: () => happen({ kind: 'SignedOut' }),
    isSignedIn: () => watch.session.kind === 'open',
    coverAsked: () => happen({ kind: 'CoverAsked' }),
    reading: (isReading: boolean) => happen({ kind: isReading ? 'ReadingBegan' : 'ReadingEnded' }),
    cleared: () => void (isCleared = true),
    /**
     * The page has crashed. Its keys are gone with it, so the cover comes, with what was typed saved
     * and the gate armed; whoever leaves it finds a fresh page. With nobody signed in that page comes
     * at once.
     */
    pageGone(): void {
      if (watch.session.kind === 'open' || watch.isCovered) {
        happen({ kind: 'CoverAsked' });
        isCleared = false;
      } else setTimeout(window.replacePage, replaceGoneMs);
    },
    redrawn: finishReturn,
    /** There is a fresh page, which has nothing to put away. */
    pageReplaced: () => void (isCleared = true),
  };
}

type WithoutTime<Event> = Event extends unknown ? Omit<Event, 'atMs'> : never;
