import { useEffect, useState } from 'react';
import type { Facility } from '#core/domain/facility.ts';
import { readFacility } from '#core/ipc/facility-channels.ts';
import { call } from '../client.ts';

/** The facility and its rules, as soon as they have been read. */
export function useFacility(): Facility | undefined {
  const [facility, setFacility] = useState<Facility>();
  useEffect(() => {
    void call(readFacility, null).then((reply) => {
      if (reply.ok) setFacility(reply.value);
    });
  }, []);
  return facility;
}
