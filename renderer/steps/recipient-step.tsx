import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { askedAnew } from '#core/domain/outcome.ts';
import { type Fit, fitting } from '#core/journey/fitting.ts';
import { dialled, helpersOf } from '#core/pack/contact-seed.ts';
import type { Pack } from '#core/pack/pack.ts';
import { Choice } from '../parts/choice.tsx';
import { NeedsAnswer } from '../parts/needs-answer.tsx';
import { Page } from '../parts/page.tsx';
import { Standing } from '../parts/standing.tsx';
import type { StepProps } from './step-props.ts';

export function RecipientStep({
  draft,
  pack,
  facility,
  answer,
  problem,
  actions,
  isIncomplete,
}: StepProps) {
  const { t } = useLingui();
  const [now] = useState(() => new Date());
  const { outcome } = draft;
  if (outcome.kind !== 'refer') return null;
  const place = pack.jurisdictions.find(({ id }) => id === facility.jurisdiction);
  const language = pack.manifest.languages.find(({ tag }) => tag === draft.language);
  const clock = { weekday: now.getDay(), hour: now.getHours() };
  const contacts = helpersOf(pack.contacts, place);
  const fits = fitting(contacts, draft.needs, pack.needs, language?.englishName ?? '', clock);
  const chosen = contacts.find(({ id }) => id === outcome.recipient);
  const isNoneChecked = contacts.every(({ standing }) => standing.kind !== 'checked');
  return (
    <Page heading={t`Which helper?`} actions={actions}>
      {problem}
      <NeedsAnswer isShown={isIncomplete} />
      {contacts.length === 0 ? (
        <p className="note">
          <Trans>
            The directory has no helper for your country yet, so nobody can be referred to from
            here. Choose “not possible now”, or ask an expert without a name.
          </Trans>
        </p>
      ) : (
        isNoneChecked && (
          <p className="note">
            <Trans>
              Nobody here has checked any of these helpers yet. Promise nothing before you have
              called.
            </Trans>
          </p>
        )
      )}
      <Choice
        name="recipient"
        legend={t`Which helper?`}
        isHeading
        options={fits.map((fit) => ({
          value: fit.contact.id,
          label: fit.contact.name,
          hint: <WhyItFits {...{ fit, pack }} />,
        }))}
        value={chosen?.id}
        onChoose={(recipient) => answer({ outcome: askedAnew(outcome, { recipient }) })}
      />
      {chosen && (
        <div className="nhsuk-inset-text">
          <h2 className="nhsuk-heading-s">
            <Trans>Say this first: what it would change</Trans>
          </h2>
          <ul>
            {chosen.whatItChanges.map((change) => (
              <li key={change}>{change}</li>
            ))}
          </ul>
          <p>{chosen.competence}</p>
          {chosen.doubt !== undefined && <p className="tag">{chosen.doubt}</p>}
        </div>
      )}
    </Page>
  );
}

/** What is known of a helper, all of it in view: need, number, hours, whom they take, languages, police, check. */
function WhyItFits({ fit, pack }: { readonly fit: Fit; readonly pack: Pack }) {
  const { t } = useLingui();
  const { contact, serves, isOpen, speaks } = fit;
  const needs = serves.flatMap((id) => pack.needs.filter((need) => need.id === id));
  const police = {
    yes: t`must tell the police`,
    'is-police': t`this is the police`,
    no: t`need not tell the police`,
    unknown: t`ask whether they tell the police`,
  }[contact.mustTellPolice];
  const open = { yes: t`open now`, no: t`closed now`, unknown: '' }[isOpen];
  const tongues = contact.languages.join(', ');
  return (
    <>
      {needs.length > 0 && (
        <>
          <strong>{needs.map(({ text }) => text).join(', ')}</strong>
          <br />
        </>
      )}
      <bdi dir="ltr">{dialled(contact)}</bdi> · {contact.hours}
      {open !== '' && ` (${open})`} · {contact.accepts}
      {tongues !== '' && ` · ${speaks ? t`speaks their language` : tongues}`} · {police}
      {contact.firstPoint && ` · ${t`first place to ask here`}`} · <Standing contact={contact} />
    </>
  );
}
