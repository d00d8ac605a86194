import { useEffect, useState } from 'react';
import type { z } from 'zod';
import type { EncounterId } from '#core/domain/encounter.ts';
import {
  choosePrinter,
  listPrintJobs,
  noteToldOfQueue,
  type PrintJobListing,
  readPrinters,
} from '#core/ipc/printing-channels.ts';
import { call, onPageEvent } from '../client.ts';

type Printers = z.infer<typeof readPrinters.value>;

/** The printers of this machine and the one this member uses, as soon as the queue has answered. */
export function usePrinters(): {
  readonly found: Printers | undefined;
  readonly choose: (printer: string | null) => Promise<void>;
  readonly noteTold: () => Promise<void>;
} {
  const [found, setFound] = useState<Printers>();
  useEffect(() => void ask(setFound), []);
  const askAgain = () => ask(setFound);

  return {
    found,
    choose: (printer) => call(choosePrinter, { printer }).then(askAgain),
    noteTold: () => call(noteToldOfQueue, null).then(askAgain),
  };
}

async function ask(found: (printers: Printers) => void): Promise<void> {
  const reply = await call(readPrinters, null);
  if (reply.ok) found(reply.value);
}

/** The sheets of a visit, or of the place, that have not come out yet, as they change. */
export function usePrintJobs(encounterId: EncounterId | null): readonly PrintJobListing[] {
  const [jobs, setJobs] = useState<readonly PrintJobListing[]>([]);
  useEffect(() => {
    const look = () =>
      void call(listPrintJobs, { encounterId }).then((reply) => {
        if (reply.ok) setJobs(reply.value);
      });
    look();
    return onPageEvent(({ kind }) => {
      if (kind === 'PrintingChanged' || kind === 'ConsentChanged') look();
    });
  }, [encounterId]);
  return jobs;
}
