import { useEffect, useState } from 'react';
import type { EncounterId } from '#core/domain/encounter.ts';
import type { Typed, TypedAbout } from '#core/domain/typed.ts';
import { dropTyped, keepTyped, readTyped } from '#core/ipc/typed-channels.ts';
import { call } from '../client.ts';
import type { Explicable } from '../text/explain.ts';

/** What this member typed beside a visit before, and how it is kept from one key press to the next. */
export function useTyped(encounterId: EncounterId): {
  /** As it was when the page opened; undefined until it was read. */
  readonly found: readonly Typed[] | undefined;
  readonly keep: (typed: Typed) => void;
  readonly drop: (about: TypedAbout) => void;
  readonly error: Explicable | undefined;
} {
  const [found, setFound] = useState<readonly Typed[]>();
  const [error, setError] = useState<Explicable>();
  useEffect(() => {
    let isCurrent = true;
    void call(readTyped, { encounterId }).then((reply) => {
      if (!isCurrent) return;
      setFound(reply.ok ? reply.value : []);
      setError(reply.ok ? undefined : reply.error);
    });
    return () => {
      isCurrent = false;
    };
  }, [encounterId]);

  return {
    found,
    keep: (typed) =>
      void call(keepTyped, { encounterId, typed }).then((reply) =>
        setError(reply.ok ? undefined : reply.error),
      ),
    drop: (about) =>
      void call(dropTyped, { encounterId, about }).then((reply) =>
        setError(reply.ok ? undefined : reply.error),
      ),
    error,
  };
}
