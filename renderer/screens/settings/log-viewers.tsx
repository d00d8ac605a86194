import { plural } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import type { LogMember, Viewer } from '#core/domain/audit-view.ts';
import { readViewers } from '#core/ipc/audit-channels.ts';
import { call } from '../../client.ts';
import { Moment } from '../../parts/moment.tsx';
import { Problem } from '../../parts/problem.tsx';
import { nameFrom } from '../../text/audit-words.ts';
import type { Explicable } from '../../text/explain.ts';

type Seen = {
  readonly viewers: readonly Viewer[];
  readonly members: readonly LogMember[];
  readonly isErased: boolean;
};

/** Who saw one case, and when last. */
export function LogViewers({ caseCode }: { readonly caseCode: string }) {
  const [seen, setSeen] = useState<Seen>();
  const [error, setError] = useState<Explicable>();
  useEffect(() => {
    void call(readViewers, { caseCode }).then((reply) => {
      setSeen(reply.ok ? reply.value : undefined);
      setError(reply.ok ? undefined : reply.error);
    });
  }, [caseCode]);
  if (error !== undefined) return <Problem error={error} />;
  if (seen === undefined) return null;
  const nameOf = nameFrom(seen.members);
  return (
    <section className="inset">
      <h2 className="nhsuk-heading-s">
        <Trans>Who saw case {caseCode}?</Trans>
      </h2>
      {seen.isErased && (
        <p>
          <Trans>This case was erased. Its code leads to nobody any more.</Trans>
        </p>
      )}
      <ul>
        {seen.viewers.map(({ staff, times, last }) => (
          <li key={staff}>
            <strong>{nameOf(staff)}</strong>:{' '}
            {plural(times, { one: '# line, ', other: '# lines, the last ' })}
            <Moment instant={last} />
          </li>
        ))}
      </ul>
    </section>
  );
}
