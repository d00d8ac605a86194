import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { CaseListing } from '#core/domain/case-page.ts';
import { countVisits } from '../text/case-words.ts';
import { Moment } from './moment.tsx';

/** A case in a list: when the last visit was, whether it is open, how many there are. */
export function CaseRow({
  listing,
  name,
  renderActions,
}: {
  /** Undefined while it is on its way. */
  readonly listing: CaseListing | undefined;
  readonly name?: string | undefined;
  readonly renderActions: (listing: CaseListing) => ReactNode;
}) {
  const { t } = useLingui();
  if (listing === undefined) return <span>…</span>;
  const { last, visits, openOf } = listing;
  const state = last.state === 'draft' ? t`open` : t`closed`;
  return (
    <>
      <span className="visits__about">
        {name !== undefined && <strong>{name}</strong>}
        <span>
          <Moment instant={last.startedAt} /> · {openOf === null ? state : t`open, with ${openOf}`}
          {visits > 1 && ` · ${countVisits(visits)}`}
        </span>
      </span>
      <span className="visits__actions">{renderActions(listing)}</span>
    </>
  );
}
