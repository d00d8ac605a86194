import { useLingui } from '@lingui/react/macro';
import { Checkboxes, Textarea } from 'nhsuk-react-components';
import { ConsentItem } from '#core/domain/consent.ts';
import { LanguageTag } from '#core/domain/language.ts';
import { phraseText } from '#core/pack/pack.ts';
import { Page } from '../parts/page.tsx';
import type { StepProps } from './step-props.ts';

/** The language of the staff, in which they read what each item is. */
const staffLanguage = LanguageTag.parse('en');

export function ConsentStep({ draft, pack, answer, problem, actions }: StepProps) {
  const { t } = useLingui();
  const { outcome, safeContact } = draft;
  if (outcome.kind !== 'refer') return null;
  const { items, recipient: recipientId } = outcome;
  const recipient = pack.contacts.find(({ id }) => id === recipientId)?.name ?? '';

  function toggle(item: ConsentItem): void {
    const chosen = items.includes(item)
      ? items.filter((other) => other !== item)
      : [...items, item];
    answer({ outcome: { kind: 'refer', recipient: recipientId, items: chosen } });
  }

  return (
    <Page heading={t`What may ${recipient} be told?`} actions={actions}>
      {problem}
      <Checkboxes
        legend={t`Tick only what the person says yes to`}
        legendProps={{ size: 's' }}
        hint={t`Nothing else is passed on. They can take it back at any time.`}
        idPrefix="item"
        name="item"
      >
        {ConsentItem.options.map((item) => (
          <Checkboxes.Item
            key={item}
            value={item}
            checked={items.includes(item)}
            onChange={() => toggle(item)}
          >
            {phraseText(pack, staffLanguage, `item.${item}`)}
          </Checkboxes.Item>
        ))}
      </Checkboxes>
      {items.includes('safe-contact') && (
        <Textarea
          label={t`Safe ways to get in touch`}
          hint={t`How, when, and what not to say.`}
          id="safe-contact"
          rows={2}
          value={safeContact}
          onChange={(event) => answer({ safeContact: event.currentTarget.value })}
        />
      )}
    </Page>
  );
}
