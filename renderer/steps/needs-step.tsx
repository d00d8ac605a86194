import { useLingui } from '@lingui/react/macro';
import { Checkboxes } from 'nhsuk-react-components';
import type { NeedId } from '#core/domain/encounter.ts';
import { Page } from '../parts/page.tsx';
import type { StepProps } from './step-props.ts';

export function NeedsStep({ draft, pack, answer, problem, actions }: StepProps) {
  const { t } = useLingui();
  const { needs } = draft;

  /** The order in which they are chosen is the order of the person. */
  function toggle(id: NeedId): void {
    answer({ needs: needs.includes(id) ? needs.filter((need) => need !== id) : [...needs, id] });
  }

  return (
    <Page heading={t`What do you need most?`} actions={actions}>
      {problem}
      <Checkboxes
        legend={t`Choose in the order the person names them`}
        legendProps={{ size: 's' }}
        idPrefix="need"
        name="need"
      >
        {pack.needs.map(({ id, text }) => (
          <Checkboxes.Item
            key={id}
            value={id}
            checked={needs.includes(id)}
            onChange={() => toggle(id)}
          >
            {needs.includes(id) && <span className="rank">{needs.indexOf(id) + 1}</span>}
            {text}
          </Checkboxes.Item>
        ))}
      </Checkboxes>
    </Page>
  );
}
