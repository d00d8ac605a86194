import type { ReactNode } from 'react';
import { ChosenFacts } from '#core/domain/ground.ts';
import type { TypedGround } from '#core/domain/typed.ts';

export const emptyGround: TypedGround = {
  kind: null,
  law: null,
  recipient: null,
  items: [],
  facts: '',
  reason: '',
  told: null,
  words: '',
  readers: [],
};

/** What every page of a ground is given. */
export type GroundPageProps = {
  readonly draft: TypedGround;
  readonly change: (changes: Partial<TypedGround>) => void;
  readonly actions: ReactNode;
  readonly problem: ReactNode;
  readonly isIncomplete: boolean;
};

export type GroundPage = 'choice' | 'share' | 'reason' | 'readers';

/** Whether a page lacks what it cannot do without. */
export function missingIn(draft: TypedGround, page: GroundPage, isLawKnown: boolean): boolean {
  switch (page) {
    case 'choice':
      return draft.kind === null || (isLawKnown && draft.law === null);
    case 'share':
      return draft.recipient === null || draft.items.length === 0;
    case 'reason':
      return [draft.facts, draft.reason, draft.words, draft.told ?? ''].some(
        (text) => text.trim() === '',
      );
    default:
      return false;
  }
}

/** The facts as they are recorded, or undefined while something is missing. */
export function factsOf(draft: TypedGround): ChosenFacts | undefined {
  const { kind, law, recipient, items, facts, reason, words } = draft;
  const told =
    draft.told === 'told' ? { kind: draft.told, words } : { kind: 'not-told', why: words };
  const parsed = ChosenFacts.safeParse({ kind, law, recipient, items, facts, reason, told });
  return parsed.success ? parsed.data : undefined;
}
