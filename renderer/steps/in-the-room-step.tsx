import { Trans, useLingui } from '@lingui/react/macro';
import { TextInput } from 'nhsuk-react-components';
import { type InTheRoom, newInterpreter } from '#core/domain/in-the-room.ts';
import { Choice } from '../parts/choice.tsx';
import { Page } from '../parts/page.tsx';
import type { StepProps } from './step-props.ts';

export function InTheRoomStep({ draft, answer, problem, actions }: StepProps) {
  const { t } = useLingui();
  const { colleague, interpreter, others } = draft.inTheRoom;
  const change = (changes: Partial<InTheRoom>) =>
    answer({ inTheRoom: { ...draft.inTheRoom, ...changes } });
  const unsure = [
    { value: 'no', label: t`No` },
    { value: 'yes', label: t`Yes` },
    { value: 'unsure', label: t`Not sure` },
  ] as const;
  return (
    <Page heading={t`Who is in the room?`} actions={actions}>
      {problem}
      <Choice
        name="colleague"
        legend={t`A second colleague`}
        options={[
          { value: 'present', label: t`Is here` },
          { value: 'nobody-free', label: t`Nobody is free` },
          { value: 'person-asked', label: t`The person wants to talk to one only` },
          { value: 'emergency', label: t`It could not wait` },
        ]}
        value={colleague.kind === 'nobody' ? colleague.because : colleague.kind}
        onChoose={(chosen) =>
          change({
            colleague:
              chosen === 'present' || chosen === 'not-noted'
                ? { kind: chosen }
                : { kind: 'nobody', because: chosen },
          })
        }
      />
      <Choice
        name="interpreter"
        legend={t`An interpreter`}
        options={[
          { value: 'none', label: t`None needed` },
          { value: 'ours', label: t`Ours, in the room` },
          { value: 'by-phone', label: t`By telephone` },
          { value: 'mediator', label: t`A cultural mediator` },
          { value: 'app', label: t`A translation program` },
        ]}
        value={interpreter.kind === 'used' ? interpreter.who : interpreter.kind}
        onChoose={(chosen) =>
          change({
            interpreter:
              chosen === 'none' || chosen === 'not-noted'
                ? { kind: chosen }
                : newInterpreter(chosen),
          })
        }
      />
      <p>
        <Trans>Whoever came along does not interpret.</Trans>
      </p>
      {interpreter.kind === 'used' && (
        <>
          <Choice
            name="knows-them"
            legend={t`Do they know the person, their community or whoever came along?`}
            isInline
            options={unsure}
            value={interpreter.knowsThem}
            onChoose={(knowsThem) => change({ interpreter: { ...interpreter, knowsThem } })}
          />
          <Choice
            name="trusts"
            legend={t`Does the person trust them? Ask without their hearing it.`}
            isInline
            options={unsure}
            value={interpreter.personTrusts}
            onChoose={(personTrusts) => change({ interpreter: { ...interpreter, personTrusts } })}
          />
          {(interpreter.knowsThem === 'yes' || interpreter.personTrusts === 'no') && (
            <p className="nhsuk-inset-text">
              <Trans>Find another interpreter, or let the person point and write.</Trans>
            </p>
          )}
        </>
      )}
      <TextInput
        label={t`Anybody else, with the person's agreement`}
        id="others"
        autoComplete="off"
        width={20}
        value={others}
        onChange={(event) => change({ others: event.currentTarget.value })}
      />
    </Page>
  );
}
