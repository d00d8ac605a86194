import { useEffect, useRef, useState } from 'react';
import { LogFilter, type LogLine, type LogMember } from '#core/domain/audit-view.ts';
import { readLog } from '#core/ipc/audit-channels.ts';
import { call } from '../client.ts';
import type { Explicable } from '../text/explain.ts';

/** As many lines as come with one question. */
const pageLines = 50;

type Loaded = {
  /** Which filter these belong to. */
  readonly asked: string;
  readonly total: number;
  readonly upTo: number;
  readonly lines: ReadonlyMap<number, LogLine>;
  readonly members: readonly LogMember[];
};

export type Log = {
  /** Undefined until the first lines are there. */
  readonly total: number | undefined;
  readonly lineAt: (index: number) => LogLine | undefined;
  readonly members: readonly LogMember[];
  readonly error: Explicable | undefined;
  /** Fetches the lines around these when they come into view. */
  readonly want: (first: number, last: number) => void;
};

/**
 * Lines of the log as they are looked at: a log of years is never in this page as a whole.
 *
 * @param turn another number asks anew, for lines that have come since
 */
export function useLog(filter: LogFilter, turn: number): Log {
  const asked = `${turn} ${JSON.stringify(filter)}`;
  const [loaded, setLoaded] = useState<Loaded>();
  const [error, setError] = useState<Explicable>();
  const requested = useRef(new Set<number>());

  useEffect(() => {
    let isCurrent = true;
    requested.current = new Set([0]);
    void call(readLog, { ...questionOf(asked), upTo: null, skip: 0 }).then((reply) => {
      if (!isCurrent) return;
      setError(reply.ok ? undefined : reply.error);
      if (reply.ok)
        setLoaded({ asked, ...reply.value, lines: new Map(reply.value.lines.entries()) });
    });
    return () => {
      isCurrent = false;
    };
  }, [asked]);

  async function fetchPage(page: number, upTo: number): Promise<void> {
    requested.current.add(page);
    const skip = page * pageLines;
    const reply = await call(readLog, { ...questionOf(asked), upTo, skip });
    if (!reply.ok) return setError(reply.error);
    const found = reply.value.lines.map((line, at) => [skip + at, line] as const);
    setLoaded((before) =>
      // Of a question that was left meanwhile.
      before?.asked === asked ? { ...before, lines: new Map([...before.lines, ...found]) } : before,
    );
  }

  return {
    total: loaded?.total,
    lineAt: (index) => loaded?.lines.get(index),
    members: loaded?.members ?? [],
    error,
    want(first, last) {
      if (loaded?.asked !== asked) return;
      for (const index of [first, last]) {
        const page = Math.floor(index / pageLines);
        if (!requested.current.has(page)) void fetchPage(page, loaded.upTo);
      }
    },
  };
}

function questionOf(asked: string): { readonly filter: LogFilter; readonly take: number } {
  const filter = LogFilter.parse(JSON.parse(asked.slice(asked.indexOf(' ') + 1)));
  return { filter, take: pageLines };
}
