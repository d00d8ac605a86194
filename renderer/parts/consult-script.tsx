import { Trans } from '@lingui/react/macro';
import type { Pack } from '#core/pack/pack.ts';
import { Script } from './script.tsx';

/** What to say to an expert, and what not, so that nobody can be told from it. */
export function ConsultScript({ pack }: { readonly pack: Pack }) {
  return (
    <>
      <h2 className="nhsuk-heading-s">
        <Trans>Say</Trans>
      </h2>
      <Script
        pack={pack}
        lines={[
          'consult.who',
          'consult.their-duty',
          'consult.question',
          'consult.changes',
          'consult.tonight',
          'consult.no',
          'consult.end',
        ]}
      />
      <h2 className="nhsuk-heading-s">
        <Trans>Do not say</Trans>
      </h2>
      <ul>
        {['consult.not-name', 'consult.not-place', 'consult.not-day', 'consult.if-pressed'].map(
          (id) => (
            <li key={id}>{pack.paperWords[id]?.text}</li>
          ),
        )}
      </ul>
    </>
  );
}
