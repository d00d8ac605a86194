import { Trans, useLingui } from '@lingui/react/macro';
import { Checkboxes } from 'nhsuk-react-components';
import { useState } from 'react';
import type { CircumstanceId } from '#core/domain/circumstance.ts';
import type { VisitDraft } from '#core/domain/encounter.ts';
import { isNoticed, knownOf } from '#core/journey/circumstances.ts';
import type { Circumstance, CircumstancePoint } from '#core/pack/circumstance.ts';
import type { Pack } from '#core/pack/pack.ts';

/**
 * What is known of this person's papers, family and proceedings, so that what an option means for
 * them can be said (R85). Where nothing is known the page says so; what to ask is folded away.
 */
export function KnownOfPerson({
  draft,
  pack,
  answer,
  isSaidBelow = false,
}: {
  readonly draft: VisitDraft;
  readonly pack: Pack;
  /** Whether the page itself says, point by point, where nothing is known. */
  readonly isSaidBelow?: boolean;
  readonly answer: (answers: Pick<VisitDraft, 'circumstances'>) => void;
}) {
  const { t } = useLingui();
  const [isOpen, setIsOpen] = useState(false);
  const { questions, known } = pack.circumstances;
  const names: Readonly<Record<CircumstancePoint, string>> = {
    status: t`Papers and staying`,
    family: t`Family`,
    proceedings: t`Work, cases and inquiries`,
  };
  const isNothingKnown = knownOf(draft, pack.circumstances).length === 0;

  function toggle(id: CircumstanceId): void {
    const { circumstances: before } = draft;
    answer({
      circumstances: before.includes(id) ? before.filter((other) => other !== id) : [...before, id],
    });
  }

  return (
    <>
      {isNothingKnown && !isSaidBelow && (
        <p className="note">
          <Trans>
            Nothing is noted here about their papers, family or proceedings. What stands here holds
            in general: say so, and ask what bears on it.
          </Trans>
        </p>
      )}
      <details className="more" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
        <summary>
          <Trans>What bears on it for this person</Trans>
        </summary>
        {/* Two dozen boxes that nobody has asked for would keep a step from coming up at once. */}
        {isOpen && (
          <>
            <p>
              <Trans>
                Only what matters for the choice. It is on no paper, and it goes when the visit is
                closed.
              </Trans>
            </p>
            {questions.map(({ id, point, ask }) => (
              <Checkboxes
                key={id}
                legend={names[point]}
                legendProps={{ size: 's' }}
                hint={ask}
                idPrefix={id}
                name={id}
              >
                {known
                  .filter((each) => each.point === point)
                  .map((each) => (
                    <Box
                      key={each.id}
                      {...{ each }}
                      isNoted={isNoticed(draft, each)}
                      isChosen={draft.circumstances.includes(each.id)}
                      onToggle={toggle}
                    />
                  ))}
              </Checkboxes>
            ))}
          </>
        )}
      </details>
    </>
  );
}

/** What the visit noted anyway is ticked already, and is changed where it was noted. */
function Box({
  each,
  isNoted,
  isChosen,
  onToggle,
}: {
  readonly each: Circumstance;
  readonly isNoted: boolean;
  readonly isChosen: boolean;
  readonly onToggle: (id: CircumstanceId) => void;
}) {
  const { t } = useLingui();
  return (
    <Checkboxes.Item
      value={each.id}
      checked={isNoted || isChosen}
      disabled={isNoted}
      onChange={() => onToggle(each.id)}
      {...(isNoted ? { hint: t`Noted in this visit` } : {})}
    >
      {each.text}
    </Checkboxes.Item>
  );
}
