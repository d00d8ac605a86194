import { useEffect } from 'react';

/** Calls back once nobody has touched keyboard, mouse or screen for a while. */
export function useIdle(afterMs: number, onIdle: () => void): void {
  useEffect(() => {
    let timer = setTimeout(onIdle, afterMs);
    const restart = () => {
      clearTimeout(timer);
      timer = setTimeout(onIdle, afterMs);
    };
    const events = ['pointermove', 'pointerdown', 'keydown', 'wheel'] as const;
    for (const event of events) window.addEventListener(event, restart);
    return () => {
      clearTimeout(timer);
      for (const event of events) window.removeEventListener(event, restart);
    };
  }, [afterMs, onIdle]);
}
