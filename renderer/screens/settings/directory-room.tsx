import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from 'nhsuk-react-components';
import { useState } from 'react';
import type { ContactId } from '#core/domain/contact.ts';
import { readPack } from '#core/ipc/content-channels.ts';
import { readDirectory, setCheckDays, useContact } from '#core/ipc/directory-channels.ts';
import { type Contact, dialled } from '#core/pack/contact-seed.ts';
import type { Directory } from '#core/pack/directory.ts';
import { call } from '../../client.ts';
import { useAnswer } from '../../hooks/use-answer.ts';
import { useFacility } from '../../hooks/use-facility.ts';
import { Choice } from '../../parts/choice.tsx';
import { Page } from '../../parts/page.tsx';
import { Problem } from '../../parts/problem.tsx';
import { Standing } from '../../parts/standing.tsx';
import type { Explicable } from '../../text/explain.ts';
import type { RoomProps } from './rooms.ts';
import { ContactCheckForm } from './contact-check-form.tsx';
import { ContactForm } from './contact-form.tsx';

type View =
  | { readonly kind: 'list' }
  | { readonly kind: 'check'; readonly contact: Contact }
  | { readonly kind: 'edit'; readonly id: ContactId | null };

const checkDays = [30, 91, 182, 365] as const;

/** The helpers of the country of this place, how far each was checked, and those the place adds. */
export function DirectoryRoom({ member, onDone }: RoomProps) {
  const facility = useFacility();
  const { t } = useLingui();
  const { value: pack, again: readPackAgain } = useAnswer(readPack);
  const { value: directory, again: readAgain } = useAnswer(readDirectory);
  const [view, setView] = useState<View>({ kind: 'list' });
  const [error, setError] = useState<Explicable>();
  if (facility === undefined || pack === undefined || directory === undefined) return null;
  const isLead = member.role === 'safeguarding-lead';

  const again = async () => {
    await Promise.all([readAgain(), readPackAgain()]);
  };
  const backToList = () => {
    setView({ kind: 'list' });
    void again();
  };
  if (view.kind === 'check') return <ContactCheckForm contact={view.contact} onDone={backToList} />;
  if (view.kind === 'edit') {
    const before = directory.contacts.find(({ id }) => id === view.id);
    return <ContactForm facility={facility} pack={pack} before={before} onDone={backToList} />;
  }

  const place = pack.jurisdictions.find(({ id }) => id === facility.jurisdiction);
  const here = pack.contacts.filter(
    ({ jurisdiction }) => jurisdiction === place?.id || jurisdiction === place?.parent,
  );
  const toCheck = here.filter(({ isInUse, standing }) => isInUse && standing.kind !== 'checked');

  async function use(contact: Contact): Promise<void> {
    const reply = await call(useContact, {
      contact: contact.id,
      use: contact.isInUse ? 'unused' : 'used',
    });
    setError(reply.ok ? undefined : reply.error);
    await again();
  }

  async function keepDays(days: Directory['checkDays']): Promise<void> {
    const reply = await call(setCheckDays, { checkDays: days });
    setError(reply.ok ? undefined : reply.error);
    await again();
  }

  return (
    <Page
      heading={t`Helpers`}
      actions={
        <>
          <Button secondary type="button" onClick={onDone}>
            <Trans>Back</Trans>
          </Button>
          {isLead && (
            <Button
              type="button"
              className="page__actions-end"
              onClick={() => setView({ kind: 'edit', id: null })}
            >
              <Trans>Add a helper</Trans>
            </Button>
          )}
        </>
      }
    >
      <Problem error={error} />
      <p>
        {toCheck.length === 0
          ? t`All helpers in use have been checked lately.`
          : t`${toCheck.length} to check. Call before you need them.`}
      </p>
      <ul className="plain-list">
        {here.map((contact) => (
          <li key={contact.id}>
            <p>
              <strong>{contact.name}</strong>
              <br />
              <bdi dir="ltr">{dialled(contact) ?? contact.email ?? t`no number known`}</bdi> ·{' '}
              {contact.hours}
              <br />
              {contact.isInUse ? (
                <Standing contact={contact} />
              ) : (
                <span className="tag">
                  <Trans>not used here</Trans>
                </span>
              )}
              {contact.doubt !== undefined && (
                <>
                  <br />
                  <small>{contact.doubt}</small>
                </>
              )}
            </p>
            <div className="plain-list__actions">
              {contact.isInUse && (
                <Button small type="button" onClick={() => setView({ kind: 'check', contact })}>
                  <Trans>
                    Check <span className="nhsuk-u-visually-hidden">{contact.name}</span>
                  </Trans>
                </Button>
              )}
              {isLead && contact.origin === 'local' && (
                <Button
                  secondary
                  small
                  type="button"
                  onClick={() => setView({ kind: 'edit', id: contact.id })}
                >
                  <Trans>
                    Change <span className="nhsuk-u-visually-hidden">{contact.name}</span>
                  </Trans>
                </Button>
              )}
              {isLead && (
                <Button secondary small type="button" onClick={() => void use(contact)}>
                  {contact.isInUse ? t`Do not use` : t`Use again`}{' '}
                  <span className="nhsuk-u-visually-hidden">{contact.name}</span>
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
      {isLead && (
        <Choice
          name="check-days"
          legend={t`A check counts for`}
          options={checkDays.map((days) => ({ value: String(days), label: t`${days} days` }))}
          value={String(directory.checkDays)}
          onChoose={(days) => void keepDays(Number(days))}
        />
      )}
    </Page>
  );
}
