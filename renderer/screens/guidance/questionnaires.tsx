import { Trans } from '@lingui/react/macro';
import type { Pack } from '#core/pack/pack.ts';
import { InstrumentFacts } from '../../parts/instrument-facts.tsx';

/** Published questionnaires: for whom, and how well they did. Their questions are not here. */
export function GuidanceQuestionnaires({ pack }: { readonly pack: Pack }) {
  return (
    <>
      <p>
        <Trans>
          No questionnaire says what a person is. Most people it points at have not been exploited,
          and it misses some who have. Where this place may use one, it is beside the signs of a
          visit.
        </Trans>
      </p>
      {pack.instruments.map((instrument) => (
        <details key={instrument.id} className="reading">
          <summary>{instrument.name}</summary>
          <InstrumentFacts instrument={instrument} />
          <p>
            <Trans>At or over the cut-off:</Trans> {instrument.meaning.positive}
          </p>
          <p>
            <Trans>Below it:</Trans> {instrument.meaning.negative}
          </p>
        </details>
      ))}
    </>
  );
}
