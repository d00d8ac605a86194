import { useSyncExternalStore } from 'react';

const never = () => () => {};

/** False in a picture of a screen (renderer/first-picture.tsx), where a press would do nothing. */
export function useIsAlive(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
