import { Trans, useLingui } from '@lingui/react/macro';
import { Select } from 'nhsuk-react-components';
import { ConsentItem } from '#core/domain/consent.ts';
import { dialled } from '#core/pack/contact-seed.ts';
import type { Jurisdiction } from '#core/pack/jurisdiction.ts';
import type { Pack } from '#core/pack/pack.ts';
import { ItemTicks, itemName } from '../parts/item-ticks.tsx';
import { NeedsAnswer } from '../parts/needs-answer.tsx';
import { Page } from '../parts/page.tsx';
import { Standing } from '../parts/standing.tsx';
import type { GroundPageProps } from './ground-draft.ts';

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
      <ItemTicks
        name="ground-item"
        legend={t`Tick only what they need to act`}
        {...{ pack, items }}
        onChoose={(next) => change({ items: next })}
      />
      {items.length > 0 && withheld.length > 0 && (
        <p>
          <Trans>Withheld: {withheld.map((item) => itemName(pack, item)).join(' · ')}.</Trans>
        </p>
      )}
    </Page>
  );
}
