import type { ReactNode } from 'react';
import type { Facility } from '#core/domain/facility.ts';
import type { AskedBefore } from '#core/domain/case-page.ts';
import type { VisitDraft } from '#core/domain/encounter.ts';
import type { VisitAnswers } from '#core/journey/visit.ts';
import type { Pack } from '#core/pack/pack.ts';
import type { OtherWay } from '../parts/other-ways.tsx';

/** What every step of a visit is given. */
export type StepProps = {
  readonly draft: VisitDraft;
  readonly pack: Pack;
  readonly facility: Facility;
  readonly answer: (answers: Partial<VisitAnswers>) => void;
  /** What earlier visits asked; undefined until that is known. */
  readonly askedBefore: AskedBefore | undefined;
  /** What stands above the question when something went wrong. */
  readonly problem: ReactNode;
  readonly actions: ReactNode;
  /** Whether somebody tried to go on without the one answer this step needs. */
  readonly isIncomplete: boolean;
  /** Goes on although a yes would not count here: a no still does. */
  readonly goOnWithoutYes: () => void;
  /** Leaves the step for a path beside it, and comes back. */
  readonly goBeside: (way: OtherWay | undefined) => void;
};
