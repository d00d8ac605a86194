import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Checkboxes } from 'nhsuk-react-components';
import type { Company, CompanyDid } from '#core/domain/company.ts';
import { Choice } from '../parts/choice.tsx';
import { Page } from '../parts/page.tsx';
import { Problem } from '../parts/problem.tsx';
import type { Explicable } from '../text/explain.ts';

/**
 * While somebody else is in the room: an ordinary form. They may read along, so it says
 * nothing that would not stand on any form, and shows nothing that was written before.
 */
export function WithCompany({
  company,
  error,
  onChange,
  onUsual,
  onAlone,
}: {
  readonly company: Company;
  readonly error: Explicable | undefined;
  readonly onChange: (company: Company) => void;
  readonly onUsual: () => void;
  readonly onAlone: () => void;
}) {
  const { t } = useLingui();
  const did: readonly { readonly what: CompanyDid; readonly name: string }[] = [
    { what: 'answers', name: t`Helps with answers` },
    { what: 'interprets', name: t`Helps with the language` },
    { what: 'stays', name: t`Stays during the examination` },
    { what: 'waits', name: t`Waits outside` },
    { what: 'keeps-papers', name: t`Brings the papers` },
  ];
  const toggle = (what: CompanyDid) =>
    onChange({
      ...company,
      did: company.did.includes(what)
        ? company.did.filter((other) => other !== what)
        : [...company.did, what],
    });
  return (
    <Page
      heading={t`Today's visit`}
      actions={
        <>
          <Button secondary type="button" onClick={onUsual}>
            <Trans>Usual visit for today</Trans>
          </Button>
          <Button type="button" className="page__actions-end" onClick={onAlone}>
            <Trans>Yes, just us</Trans>
          </Button>
        </>
      }
    >
      <Problem error={error} />
      <ul>
        <li>
          <Trans>Examination or sample: door closed, one at a time</Trans>
        </li>
        <li>
          <Trans>Form, payment or parking: at the front desk</Trans>
        </li>
        <li>
          <Trans>Height and weight: next door</Trans>
        </li>
        <li>
          <Trans>Every visit has a few minutes for the person who is seen</Trans>
        </li>
      </ul>
      <Choice
        name="came"
        legend={t`Came today`}
        isInline
        options={[
          { value: 'alone', label: t`On their own` },
          { value: 'with-someone', label: t`With somebody` },
        ]}
        value={company.came === 'not-noted' ? undefined : company.came}
        onChoose={(came) => onChange({ ...company, came })}
      />
      {company.came === 'with-someone' && (
        <Checkboxes legend={t`The one who came along`} legendProps={{ size: 's' }} small name="did">
          {did.map(({ what, name }) => (
            <Checkboxes.Item
              key={what}
              value={what}
              checked={company.did.includes(what)}
              onChange={() => toggle(what)}
            >
              {name}
            </Checkboxes.Item>
          ))}
        </Checkboxes>
      )}
    </Page>
  );
}
