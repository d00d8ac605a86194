import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from 'nhsuk-react-components';
import { useEffect, useState } from 'react';
import type { NoteForLead } from '#core/domain/colleague-note.ts';
import { listNotes, markNoteSeen } from '#core/ipc/colleague-channels.ts';
import { call } from '../../client.ts';
import { Moment } from '../../parts/moment.tsx';
import type { Explicable } from '../../text/explain.ts';

/** For the lead: what colleagues ask to be known. It names nobody who was seen. */
export function FromColleagues({ onError }: { readonly onError: (error: Explicable) => void }) {
  const { t } = useLingui();
  const [notes, setNotes] = useState<readonly NoteForLead[]>([]);
  useEffect(() => void unseenNotes().then(setNotes), []);

  async function see(id: string): Promise<void> {
    const reply = await call(markNoteSeen, { id });
    if (!reply.ok) onError(reply.error);
    setNotes(await unseenNotes());
  }

  if (notes.length === 0) return null;
  return (
    <section aria-label={t`From colleagues`}>
      <h2 className="nhsuk-heading-s">
        <Trans>From colleagues</Trans>
      </h2>
      <ul className="visits">
        {notes.map(({ id, kind, by, raisedAt }) => (
          <li key={id}>
            <span>
              <Moment instant={raisedAt} /> · {by}:{' '}
              {kind === 'wants-to-talk' ? t`would like to talk` : t`gave the usual care only`}
            </span>
            <Button secondary small type="button" onClick={() => void see(id)}>
              <Trans>Seen</Trans>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

async function unseenNotes(): Promise<readonly NoteForLead[]> {
  const reply = await call(listNotes, null);
  return reply.ok ? reply.value.filter(({ isSeen }) => !isSeen) : [];
}
