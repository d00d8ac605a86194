import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Checkboxes } from 'nhsuk-react-components';
import type { Facility } from '#core/domain/facility.ts';
import { dialled, helpersOf } from '#core/pack/contact-seed.ts';
import type { Jurisdiction } from '#core/pack/jurisdiction.ts';
import type { Pack } from '#core/pack/pack.ts';
import { Page } from '../../parts/page.tsx';
import { Standing } from '../../parts/standing.tsx';

/** How the keys behave. */
type Keys = { readonly hasDigits: boolean; readonly onDigits: (hasDigits: boolean) => void };

/** Whom to call, and how to get out (R108, R109, R142); and the keys, for whoever forgot them. */
export function Numbers({
  pack,
  facility,
  keys,
  onBack,
}: {
  readonly pack: Pack;
  readonly facility: Facility;
  /** How the keys behave, where that can be changed. */
  readonly keys:
    { readonly hasDigits: boolean; readonly onDigits: (hasDigits: boolean) => void } | undefined;
  readonly onBack: () => void;
}) {
  const { t } = useLingui();
  const place = pack.jurisdictions.find(({ id }) => id === facility.jurisdiction);
  return (
    <Page
      heading={t`Numbers`}
      actions={
        <Button type="button" className="page__actions-end page__next" onClick={onBack}>
          <Trans>Back</Trans>
        </Button>
      }
    >
      <ul className="numbers">
        {place?.emergency.map(({ number, what }) => (
          <li key={number}>
            <strong className="numbers__large">
              <bdi dir="ltr">{number}</bdi>
            </strong>{' '}
            {what}
          </li>
        ))}
      </ul>
      {keys !== undefined && <ForStaff {...{ pack, place, keys }} />}
    </Page>
  );
}

function ForStaff({
  pack,
  place,
  keys,
}: {
  readonly pack: Pack;
  readonly place: Jurisdiction | undefined;
  readonly keys: Keys;
}) {
  return (
    <>
      <ul>
        <li>
          <Trans>
            If somebody turns threatening: leave the room, then call. Do not step between people.
          </Trans>
        </li>
        <li>
          <Trans>
            Otherwise stay with the person. Call a colleague or your security desk, and say the room
            and nothing else.
          </Trans>
        </li>
        <li>
          <Trans>Ask a specialist without naming anybody, if you are not sure.</Trans>
        </li>
      </ul>
      <details className="more">
        <summary>
          <Trans>To ask for advice</Trans>
        </summary>
        <ul>
          {helpersOf(pack.contacts, place).map((contact) => (
            <li key={contact.id}>
              {contact.name}: <bdi dir="ltr">{dialled(contact)}</bdi> ({contact.hours}){' '}
              <Standing contact={contact} />
            </li>
          ))}
        </ul>
      </details>
      <details className="more">
        <summary>
          <Trans>Keys</Trans>
        </summary>
        <p>
          <Trans>
            Enter goes on. Escape comes back from here. F9, or Shift three times, covers the screen.
          </Trans>
        </p>
        <Checkboxes id="digits" small>
          <Checkboxes.Item
            value="digits"
            checked={keys.hasDigits}
            onChange={() => keys.onDigits(!keys.hasDigits)}
          >
            <Trans>1 to 9 choose an answer</Trans>
          </Checkboxes.Item>
        </Checkboxes>
      </details>
    </>
  );
}
