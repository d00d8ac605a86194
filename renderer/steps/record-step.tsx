import { Trans, useLingui } from '@lingui/react/macro';
import { Checkboxes, TextInput } from 'nhsuk-react-components';
import { SensitiveItem } from '#core/domain/ordinary-record.ts';
import { Choice } from '../parts/choice.tsx';
import { Page } from '../parts/page.tsx';
import { sensitiveWords } from '../text/record-words.ts';
import type { StepProps } from './step-props.ts';

/** What others in the house will read later. By default it does not say why the person was here. */
export function RecordStep({ draft, pack, answer, problem, actions }: StepProps) {
  const { t } = useLingui();
  const { ordinaryRecord: record } = draft;
  const { agreed } = record;

  function toggle(item: SensitiveItem): void {
    const { [item]: before, ...others } = agreed;
    const next = before === undefined ? { ...agreed, [item]: '' } : others;
    answer({ ordinaryRecord: { ...record, agreed: next } });
  }

  return (
    <Page heading={t`What goes into the ordinary record?`} actions={actions}>
      {problem}
      <Choice
        name="record"
        legend={t`Should a summary go into it?`}
        options={[
          { value: 'no', label: t`No`, hint: t`All of this visit stays here` },
          {
            value: 'yes',
            label: t`Yes, a short one`,
            hint: t`The day, how the person was, what was done, and the next visit. Not why.`,
          },
        ]}
        value={record.isWanted ? 'yes' : 'no'}
        onChoose={(wanted) => answer({ ordinaryRecord: { ...record, isWanted: wanted === 'yes' } })}
      />
      {record.isWanted && (
        <>
          <TextInput
            label={t`What was done`}
            hint={t`As anybody may read it, such as “wound dressed”. It may stay empty.`}
            id="record-done"
            autoComplete="off"
            maxLength={1_000}
            value={record.done}
            onChange={(event) =>
              answer({ ordinaryRecord: { ...record, done: event.currentTarget.value } })
            }
          />
          <details className="more" open={Object.keys(agreed).length > 0}>
            <summary>
              <Trans>More, only if the person agrees to this very thing</Trans>
            </summary>
            <Checkboxes
              legend={t`The person wants this in the ordinary record`}
              legendProps={{ size: 's' }}
              hint={t`Say who can read it there: other staff, insurers, courts, and perhaps the family.`}
              idPrefix="record-agreed"
              name="record-agreed"
            >
              {SensitiveItem.options.map((item) => (
                <Checkboxes.Item
                  key={item}
                  value={item}
                  checked={agreed[item] !== undefined}
                  onChange={() => toggle(item)}
                >
                  {sensitiveWords(item)}
                </Checkboxes.Item>
              ))}
            </Checkboxes>
            {SensitiveItem.options
              .filter((item) => agreed[item] !== undefined)
              .map((item) => (
                <TextInput
                  key={item}
                  label={pack.summaryWords.sensitive[item]}
                  hint={t`In the words that were agreed`}
                  id={`record-${item}`}
                  autoComplete="off"
                  maxLength={300}
                  value={agreed[item] ?? ''}
                  onChange={(event) =>
                    answer({
                      ordinaryRecord: {
                        ...record,
                        agreed: { ...agreed, [item]: event.currentTarget.value },
                      },
                    })
                  }
                />
              ))}
          </details>
        </>
      )}
    </Page>
  );
}
