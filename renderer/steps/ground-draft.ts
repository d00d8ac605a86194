import type { ReactNode } from 'react';
import type { ConsentItem } from '#core/domain/consent.ts';
import type { ContactId } from '#core/domain/contact.ts';
import { ChosenFacts } from '#core/domain/ground.ts';
import type { LawId } from '#core/domain/law-confirmation.ts';
import type { StaffId } from '#core/domain/staff.ts';
import type { ChosenGround } from '#core/journey/without-consent.ts';

/** A ground while it is being put down. */
export type GroundDraft = {
  readonly kind: ChosenGround | null;
  readonly law: LawId | null;
  readonly recipient: ContactId | null;
  readonly items: readonly ConsentItem[];
  readonly facts: string;
  readonly reason: string;
  readonly told: 'told' | 'not-told' | null;
  /** What they were told, or why not. */
  readonly words: string;
  readonly readers: readonly StaffId[];
};

export const emptyGround: GroundDraft = {
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
  readonly draft: GroundDraft;
  readonly change: (changes: Partial<GroundDraft>) => void;
  readonly actions: ReactNode;
  readonly problem: ReactNode;
  readonly isIncomplete: boolean;
};

export type GroundPage = 'choice' | 'share' | 'reason' | 'readers';

/** Whether a page lacks what it cannot do without. */
export function missingIn(draft: GroundDraft, page: GroundPage, isLawKnown: boolean): boolean {
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
export function factsOf(draft: GroundDraft): ChosenFacts | undefined {
  const { kind, law, recipient, items, facts, reason, words } = draft;
  const told =
    draft.told === 'told' ? { kind: draft.told, words } : { kind: 'not-told', why: words };
  const parsed = ChosenFacts.safeParse({ kind, law, recipient, items, facts, reason, told });
  return parsed.success ? parsed.data : undefined;
}
