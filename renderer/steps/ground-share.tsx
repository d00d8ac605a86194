import { Trans, useLingui } from '@lingui/react/macro';
import { Checkboxes, Select } from 'nhsuk-react-components';
import { ConsentItem } from '#core/domain/consent.ts';
import { LanguageTag } from '#core/domain/language.ts';
import { dialled } from '#core/pack/contact-seed.ts';
import type { Jurisdiction } from '#core/pack/jurisdiction.ts';
import { type Pack, phraseText } from '#core/pack/pack.ts';
import { NeedsAnswer } from '../parts/needs-answer.tsx';
import { Page } from '../parts/page.tsx';
import { Standing } from '../parts/standing.tsx';
import type { GroundPageProps } from './ground-draft.ts';

/** The language of the staff, in which they read what each item is. */
const staffLanguage = LanguageTag.parse('en');

/** Who is told, and what; everything else is withheld, and the page says so. */
export function GroundShare({
  draft,
  change,
  actions,
  problem,
  isIncomplete,
  pack,
  places,
}: GroundPageProps & { readonly pack: Pack; readonly places: readonly Jurisdiction[] }) {
  const { t } = useLingui();
  const { items, recipient } = draft;
  const here: readonly string[] = places.map(({ id }) => id);
  const contacts = pack.contacts.filter(
    (contact) =>
      here.includes(contact.jurisdiction) && contact.isInUse && dialled(contact) !== undefined,
  );
  const chosen = contacts.find(({ id }) => id === recipient);
  const nameOf = (item: ConsentItem) => phraseText(pack, staffLanguage, `item.${item}`);
  const withheld = ConsentItem.options.filter((item) => !items.includes(item));
  return (
    <Page heading={t`Who is told, and what?`} actions={actions}>
      {problem}
      <NeedsAnswer isShown={isIncomplete} />
      <Select
        label={t`Who is told?`}
        id="ground-recipient"
        value={recipient ?? ''}
        onChange={(event) =>
          change({
            recipient: contacts.find(({ id }) => id === event.currentTarget.value)?.id ?? null,
          })
        }
      >
        <Select.Option value="">{t`Choose`}</Select.Option>
        {contacts.map(({ id, name }) => (
          <Select.Option key={id} value={id}>
            {name}
          </Select.Option>
        ))}
      </Select>
      {chosen !== undefined && (
        <p className="note">
          <bdi dir="ltr">{dialled(chosen)}</bdi> · {chosen.hours} · <Standing contact={chosen} />
        </p>
      )}
      <Checkboxes
        legend={t`Tick only what they need to act`}
        legendProps={{ size: 's' }}
        idPrefix="ground-item"
        name="ground-item"
      >
        {ConsentItem.options.map((item) => (
          <Checkboxes.Item
            key={item}
            value={item}
            checked={items.includes(item)}
            onChange={() =>
              change({
                items: ConsentItem.options.filter((each) =>
                  each === item ? !items.includes(item) : items.includes(each),
                ),
              })
            }
          >
            {nameOf(item)}
          </Checkboxes.Item>
        ))}
      </Checkboxes>
      {items.length > 0 && withheld.length > 0 && (
        <p>
          <Trans>Withheld: {withheld.map(nameOf).join(', ')}.</Trans>
        </p>
      )}
    </Page>
  );
}
