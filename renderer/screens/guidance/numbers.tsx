import { Trans } from '@lingui/react/macro';
import { dialled, helpersOf } from '#core/pack/contact-seed.ts';
import { ConsultScript } from '../../parts/consult-script.tsx';
import type { Pack } from '#core/pack/pack.ts';
import { confirmedWords } from '../../text/law.ts';

/** Emergency numbers and public helplines of the pack. Local contacts stay in the vault. */
export function GuidanceNumbers({ pack }: { readonly pack: Pack }) {
  const places = pack.jurisdictions.filter(({ id }) => id !== 'generic');
  return (
    <>
      <p>
        {pack.origin.kind === 'update' ? (
          <Trans>From an update that this place took on {pack.origin.takenOn}.</Trans>
        ) : (
          <Trans>As they came with the program. Newer ones show once somebody has signed in.</Trans>
        )}
      </p>
      <p>
        <span className="tag">
          <Trans>Not verified by this place: check a number before you pass it on</Trans>
        </span>
      </p>
      <details className="more">
        <summary>
          <Trans>Ask one of them without a name</Trans>
        </summary>
        <ConsultScript pack={pack} />
      </details>
      {places.map((place) => (
        <section key={place.id}>
          <h2 className="nhsuk-heading-s">{place.name}</h2>
          {place.page !== null && (
            <p>
              <span className="tag tag--calm">
                {confirmedWords(place.page.confirmedOn, place.page.isInOwnWords)}
              </span>
            </p>
          )}
          <ul>
            {place.emergency.map(({ number, what }) => (
              <li key={number}>
                <strong>{number}</strong> {what}
              </li>
            ))}
            {helpersOf(pack.contacts, { id: place.id }).map((contact) => (
              <li key={contact.id}>
                {contact.name}: <bdi dir="ltr">{dialled(contact)}</bdi> ({contact.hours}){' '}
                <small>
                  <Trans>as its page had it on {contact.seenOn}</Trans>
                </small>
                {contact.doubt !== undefined && <span className="tag">{contact.doubt}</span>}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
