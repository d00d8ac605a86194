import { useCallback, useMemo, useState } from 'react';
import type { CaseId, EncounterId } from '#core/domain/encounter.ts';
import { aboutAtDesk, type DeskField, type DeskTyped } from '#core/domain/typed.ts';
import { keepAtDesk } from '#core/ipc/typed-channels.ts';
import { call } from '../client.ts';
import type { Explicable } from '../text/explain.ts';

/** What is typed beside the page of a case and not written down: a cover and a lock leave it as it is. */
export type AtDesk = {
  readonly caseId: CaseId;
  /** The words of a field; a correction is of one visit, everything else of none. */
  readonly wordsOf: (field: DeskField, visit?: EncounterId) => string;
  /** Keeps each key press. Words set to nothing are gone. */
  readonly type: (field: DeskField, words: string, visit?: EncounterId) => void;
};

export function useAtDesk(
  caseId: CaseId,
  onProblem: (error: Explicable) => void,
): { readonly desk: AtDesk; readonly begin: (found: readonly DeskTyped[]) => void } {
  const [typed, setTyped] = useState<ReadonlyMap<string, string>>(new Map());
  const begin = useCallback(
    (found: readonly DeskTyped[]) =>
      setTyped(new Map(found.map((each) => [aboutAtDesk(each), each.words]))),
    [],
  );
  const type = useCallback(
    (field: DeskField, words: string, visit: EncounterId | null = null) => {
      const next: DeskTyped = { field, visit, words };
      setTyped((now) => new Map([...now, [aboutAtDesk(next), words]]));
      void call(keepAtDesk, { caseId, typed: next }).then((reply) => {
        if (!reply.ok) onProblem(reply.error);
      });
    },
    [caseId, onProblem],
  );
  const desk = useMemo(
    () => ({
      caseId,
      wordsOf: (field: DeskField, visit: EncounterId | null = null) =>
        typed.get(aboutAtDesk({ field, visit })) ?? '',
      type,
    }),
    [caseId, typed, type],
  );
  return { desk, begin };
}
