import { useEffect, useState } from 'react';
import { listGrounds } from '#core/ipc/ground-channels.ts';
import { listLookAgain, listReferrals } from '#core/ipc/referral-channels.ts';
import { call } from '../client.ts';

export type Due = {
  readonly toSign: number;
  /** Signatures that were due within a day. */
  readonly late: number;
  readonly overdue: number;
};

/** How much waits for this member, for the first screen after signing in. */
export function useDue(): Due {
  const [due, setDue] = useState<Due>({ toSign: 0, late: 0, overdue: 0 });
  useEffect(() => {
    void Promise.all([
      call(listGrounds, null),
      call(listReferrals, null),
      call(listLookAgain, null),
    ]).then(([grounds, referrals, again]) => {
      setDue({
        toSign: grounds.ok ? grounds.value.toSign : 0,
        late: grounds.ok ? grounds.value.overdue : 0,
        overdue: (referrals.ok ? referrals.value.overdue : 0) + (again.ok ? again.value.due : 0),
      });
    });
  }, []);
  return due;
}
