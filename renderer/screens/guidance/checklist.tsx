import { Trans } from '@lingui/react/macro';
import type { Pack } from '#core/pack/pack.ts';
import { LocalMark } from '../../parts/local-mark.tsx';

/** A reading aid: nothing to tick, nothing kept. */
export function GuidanceChecklist({ pack }: { readonly pack: Pack }) {
  return (
    <>
      <p>
        <Trans>To read through before a visit. Nothing is ticked or kept.</Trans>
      </p>
      <ol>
        {pack.checklist.map(({ id, text }) => (
          <li key={id}>
            {text} <LocalMark pack={pack} id={id} />
          </li>
        ))}
      </ol>
    </>
  );
}
