import { useEffect, useState } from 'react';
import type { EncounterId } from '#core/domain/encounter.ts';
import type { Referral } from '#core/domain/referral.ts';
import { listColleagues } from '#core/ipc/ground-channels.ts';
import { readReferrals } from '#core/ipc/referral-channels.ts';
import { call } from '../client.ts';
import { onConsent } from './on-consent.ts';
import type { Explicable } from '../text/explain.ts';

export type Referrals = {
  /** Undefined until they were read. */
  readonly referrals: readonly Referral[] | undefined;
  readonly error: Explicable | undefined;
  readonly readAgain: () => Promise<void>;
  /** The first name of a member; of whoever is signed in, nothing. */
  readonly nameOf: (id: string) => string | undefined;
};

/** The referrals of a case. What was taken back goes from the screen at once, before anything is asked. */
export function useReferrals(encounterId: EncounterId): Referrals {
  const [referrals, setReferrals] = useState<readonly Referral[]>();
  const [error, setError] = useState<Explicable>();
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());

  useEffect(() => {
    let isCurrent = true;
    const read = () =>
      call(readReferrals, { encounterId }).then((reply) => {
        if (!isCurrent) return;
        setReferrals(reply.ok ? reply.value : undefined);
        setError(reply.ok ? undefined : reply.error);
      });
    void read();
    void call(listColleagues, null).then((reply) => {
      if (isCurrent && reply.ok)
        setNames(new Map(reply.value.map(({ id, displayName }) => [id, displayName])));
    });
    const stop = onConsent(
      () => setReferrals(undefined),
      () => void read(),
    );
    return () => {
      isCurrent = false;
      stop();
    };
  }, [encounterId]);

  async function readAgain(): Promise<void> {
    const reply = await call(readReferrals, { encounterId });
    if (reply.ok) setReferrals(reply.value);
    else setError(reply.error);
  }

  return { referrals, error, readAgain, nameOf: (id) => names.get(id) };
}
