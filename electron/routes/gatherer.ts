/** Typing is gathered for this long before it goes to the disk; a lock does not wait for it. */
const gatherMs = 250;

/** Gathers what is typed under a name and saves the latest of it; a report is answered when a save that holds it is on the disk. */
export type Gatherer<Name, Value, Saved> = {
  readonly keep: (name: Name, value: Value) => Promise<Saved>;
  /** Saves what is pending now. Whoever reads or locks calls this first. */
  readonly flush: () => void;
};

/**
 * A page reports each key press; the disk sees one save in each quarter of a second.
 *
 * @param isSame whether two reports are about the same thing, so that the later takes the place of
 * the earlier
 */
export function createGatherer<Name, Value, Saved>(
  save: (name: Name, value: Value) => Saved,
  isSame: (one: readonly [Name, Value], other: readonly [Name, Value]) => boolean,
): Gatherer<Name, Value, Saved> {
  let pending:
    | {
        readonly latest: readonly [Name, Value];
        readonly waiting: readonly PromiseWithResolvers<Saved>[];
      }
    | undefined;
  let timer: NodeJS.Timeout | undefined;

  function flush(): void {
    clearTimeout(timer);
    timer = undefined;
    const due = pending;
    pending = undefined;
    if (due === undefined) return;
    try {
      const saved = save(...due.latest);
      for (const { resolve } of due.waiting) resolve(saved);
    } catch (error) {
      // Each report is answered with the defect; whoever flushed goes on with what it was doing.
      for (const { reject } of due.waiting) reject(error);
    }
  }

  return {
    keep(name, value) {
      const latest = [name, value] as const;
      if (pending !== undefined && !isSame(pending.latest, latest)) flush();
      const answered = Promise.withResolvers<Saved>();
      pending = { latest, waiting: [...(pending?.waiting ?? []), answered] };
      timer ??= setTimeout(flush, gatherMs);
      return answered.promise;
    },
    flush,
  };
}
