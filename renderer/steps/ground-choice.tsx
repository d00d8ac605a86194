import { Trans, useLingui } from '@lingui/react/macro';
import type { LegalStatement } from '#core/pack/jurisdiction.ts';
import { Choice } from '../parts/choice.tsx';
import { NeedsAnswer } from '../parts/needs-answer.tsx';
import { Page } from '../parts/page.tsx';
import type { GroundPageProps } from './ground-draft.ts';
import type { ReactNode } from 'react';

/** On what ground, and on which law of this place it rests. */
export function GroundChoice({
  draft,
  change,
  actions,
  problem,
  isIncomplete,
  laws,
  earlier,
}: GroundPageProps & {
  readonly laws: readonly LegalStatement[];
  /** What was put down before and waits to be acted on. */
  readonly earlier: ReactNode;
}) {
  const { t } = useLingui();
  const rule = laws.find(({ id }) => id === draft.law)?.rule;
  // A danger to life never waits for a law.
  const speaksAgainst =
    draft.kind !== 'danger-to-life' && (rule === 'none-found' || rule === 'forbids');
  return (
    <Page heading={t`When something is passed on without a yes`} actions={actions}>
      {problem}
      {earlier}
      <NeedsAnswer isShown={isIncomplete} />
      <Choice
        name="ground"
        legend={t`Why?`}
        options={[
          {
            value: 'danger-to-life',
            label: t`A life is in danger`,
            hint: t`You act at once, alone if need be. A colleague signs within 24 hours.`,
          },
          {
            value: 'child',
            label: t`A child, or somebody who may be one`,
            hint: t`You act at once, alone if need be. A colleague signs within 24 hours.`,
          },
          {
            value: 'legal-duty',
            label: t`A law here makes us tell`,
            hint: t`A second member confirms before anything is passed on.`,
          },
        ]}
        value={draft.kind ?? undefined}
        onChoose={(kind) => change({ kind, law: null })}
      />
      {laws.length > 0 && (
        <Choice
          name="law"
          legend={t`What does it rest on?`}
          options={laws.map(({ id, text, confirmed }) => ({
            value: id,
            label: text,
            hint:
              confirmed === null ? (
                <span className="tag">
                  <Trans>Advice. Nobody here has confirmed it yet.</Trans>
                </span>
              ) : (
                <Trans>
                  Confirmed for this place by {confirmed.confirmedBy}, {confirmed.confirmedOn}
                </Trans>
              ),
          }))}
          value={draft.law ?? undefined}
          onChoose={(law) => change({ law })}
        />
      )}
      {speaksAgainst && (
        <output className="note">
          <Trans>
            What you chose speaks against passing it on. Ask an expert without a name first.
          </Trans>
        </output>
      )}
    </Page>
  );
}
