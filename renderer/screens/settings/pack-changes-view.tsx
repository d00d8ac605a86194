import { Trans, useLingui } from '@lingui/react/macro';
import type { PackChanges } from '#core/pack/pack-changes.ts';
import { listName } from '../../text/lists.ts';

/** What is added, changed and removed, list by list and language by language; numbers one by one. */
export function PackChangesView({ changes }: { readonly changes: PackChanges }) {
  const { t } = useLingui();
  const { lists, languages, numbers } = changes;
  if (lists.length + languages.length + numbers.length === 0)
    return (
      <p>
        <Trans>Nothing that anybody reads: only the version.</Trans>
      </p>
    );
  return (
    <>
      {numbers.length > 0 && (
        <section aria-label={t`Telephone numbers`}>
          <h2 className="nhsuk-heading-s">
            <Trans>Telephone numbers: look at each</Trans>
          </h2>
          <ul>
            {numbers.map(({ who, before, after }) => (
              <li key={`${who} ${before ?? ''}`}>
                {who}: <bdi dir="ltr">{before ?? t`none`}</bdi> →{' '}
                <bdi dir="ltr">{after ?? t`none`}</bdi>
              </li>
            ))}
          </ul>
        </section>
      )}
      {lists.map(({ list, added, changed, removed }) => (
        <details key={list} className="reading">
          <summary>
            {listName(list)}:{' '}
            {t`${added.length} added, ${changed.length} changed, ${removed.length} removed`}
          </summary>
          <ul>
            {added.map(({ id, title }) => (
              <li key={id}>
                <Trans>added: {title}</Trans>
              </li>
            ))}
            {changed.map(({ id, title }) => (
              <li key={id}>
                <Trans>changed: {title}</Trans>
              </li>
            ))}
            {removed.map(({ id, title }) => (
              <li key={id}>
                <Trans>removed: {title}</Trans>
              </li>
            ))}
          </ul>
        </details>
      ))}
      {languages.length > 0 && (
        <section aria-label={t`Languages`}>
          <h2 className="nhsuk-heading-s">
            <Trans>Phrases, by language</Trans>
          </h2>
          <ul>
            {languages.map(({ language, name, added, changed, removed, newlyReviewed }) => (
              <li key={language}>
                {name}:{' '}
                {t`${added} added, ${changed} changed, ${removed} removed, ${newlyReviewed} newly reviewed`}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
