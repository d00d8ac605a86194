import type { VisitDraft } from '#core/domain/encounter.ts';
import type { Facility } from '#core/domain/facility.ts';
import type { VisitAnswers } from '#core/journey/visit.ts';
import type { Pack } from '#core/pack/pack.ts';
import { dayHere, daysAfter } from '#core/domain/calendar-date.ts';
import { followUpOn } from '#core/domain/follow-up.ts';
import type { Aside } from './always.tsx';
import { Calm } from './calm.tsx';
import { Numbers } from './numbers.tsx';
import { OtherSubject } from './other-subject.tsx';
import { cleanSlate, PointAndWrite, type Slate } from './point-and-write.tsx';

/** What stands over a step for a while. The step stays where it was beneath it. */
export function VisitAside({
  aside,
  draft,
  pack,
  facility,
  slate,
  hasDigits,
  onSlate,
  onDigits,
  onAside,
  onAnswer,
  onPause,
  onCover,
}: {
  readonly aside: Aside;
  readonly draft: VisitDraft;
  readonly pack: Pack;
  readonly facility: Facility;
  readonly slate: Slate;
  readonly hasDigits: boolean;
  readonly onSlate: (slate: Slate) => void;
  readonly onDigits: (hasDigits: boolean) => void;
  readonly onAside: (aside: Aside | undefined) => void;
  readonly onAnswer: (answers: Partial<VisitAnswers>) => void;
  readonly onPause: () => void;
  readonly onCover: () => void;
}) {
  const { language } = draft;
  const onBack = () => onAside(undefined);
  switch (aside) {
    case 'calm':
      return <Calm {...{ pack, language, onBack, onPause }} onSubject={() => onAside('subject')} />;
    case 'subject':
      return (
        <OtherSubject
          {...{ pack, onBack }}
          onHealth={onCover}
          onRoom={onPause}
          onGoodbye={() => {
            onAnswer({ followUp: followUpOn(daysAfter(dayHere(new Date().toISOString()), 14)) });
            onPause();
          }}
        />
      );
    case 'help':
      return <Numbers {...{ pack, facility, onBack }} keys={{ hasDigits, onDigits }} />;
    default:
      return (
        <PointAndWrite
          {...{ pack, language, slate, onSlate, onBack }}
          onKeep={() => {
            const written = { at: new Date().toISOString(), language, ...slate };
            onAnswer({ talk: { ...draft.talk, written: [...draft.talk.written, written] } });
            onSlate(cleanSlate);
            onBack();
          }}
        />
      );
  }
}
