import { useCallback, useRef } from 'react';

/**
 * Runs one thing at a time: a second press of a button, while what the first one began goes on,
 * begins nothing.
 */
export function useOneAtATime(): (act: () => Promise<void>) => void {
  const isBusy = useRef(false);
  return useCallback((act) => {
    if (isBusy.current) return;
    isBusy.current = true;
    void act().finally(() => {
      isBusy.current = false;
    });
  }, []);
}
