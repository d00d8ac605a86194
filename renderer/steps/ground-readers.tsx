import { Trans, useLingui } from '@lingui/react/macro';
import { Checkboxes } from 'nhsuk-react-components';
import type { StaffMember } from '#core/domain/staff.ts';
import { Page } from '../parts/page.tsx';
import type { GroundPageProps } from './ground-draft.ts';

/** Who reads this note and signs it. The lead always can; others only when they are named. */
export function GroundReaders({
  draft,
  change,
  actions,
  problem,
  colleagues,
}: GroundPageProps & { readonly colleagues: readonly StaffMember[] }) {
  const { t } = useLingui();
  const { readers, kind } = draft;
  const others = colleagues.filter(({ role }) => role !== 'safeguarding-lead');
  const leads = colleagues.filter(({ role }) => role === 'safeguarding-lead');
  const leadNames = leads.map(({ displayName }) => displayName).join(', ');
  return (
    <Page heading={t`Who signs with you?`} actions={actions}>
      {problem}
      <p>
        {kind === 'legal-duty' ? (
          <Trans>A second member reads this and signs before anything is passed on.</Trans>
        ) : (
          <Trans>You act now. A second member reads this and signs within 24 hours.</Trans>
        )}
      </p>
      {leads.length > 0 && (
        <p>
          <Trans>{leadNames} can read it, as safeguarding lead.</Trans>
        </p>
      )}
      {colleagues.length === 0 && (
        <p className="note">
          <Trans>
            Nobody else has a name here yet. The note waits for the next colleague, and the home
            screen says so.
          </Trans>
        </p>
      )}
      {others.length > 0 && (
        <Checkboxes
          legend={t`Who else may read it, to sign it?`}
          legendProps={{ size: 's' }}
          idPrefix="reader"
          name="reader"
        >
          {others.map(({ id, displayName }) => (
            <Checkboxes.Item
              key={id}
              value={id}
              checked={readers.includes(id)}
              onChange={() =>
                change({
                  readers: readers.includes(id)
                    ? readers.filter((each) => each !== id)
                    : [...readers, id],
                })
              }
            >
              {displayName}
            </Checkboxes.Item>
          ))}
        </Checkboxes>
      )}
    </Page>
  );
}
