import { useEffect, useState } from 'react';
import { ConsentItem } from '#core/domain/consent.ts';
import type { EncounterId, VisitDraft } from '#core/domain/encounter.ts';
import { explanationOf } from '#core/domain/outcome.ts';
import { readConsent, recordConsent } from '#core/ipc/consent-channels.ts';
import { call, onPageEvent } from '../client.ts';
import type { Explicable } from '../text/explain.ts';

/**
 * Puts into the ledger what the person agrees to, on top of what this window has seen of it: an
 * entry that came meanwhile, such as a yes taken back, is never written over.
 *
 * @param encounterId undefined as long as the gate is armed
 * @returns what records the decision of a draft, and answers with what went wrong
 */
export function useAgreeing(
  encounterId: EncounterId | undefined,
): (draft: VisitDraft) => Promise<Explicable | undefined> {
  const [seen, setSeen] = useState(0);
  useEffect(() => {
    if (encounterId === undefined) return undefined;
    let isCurrent = true;
    const look = async () => {
      const reply = await call(readConsent, { encounterId });
      if (isCurrent && reply.ok) setSeen(reply.value.length);
    };
    void look();
    const stop = onPageEvent(({ kind }) => {
      if (kind === 'ConsentChanged') void look();
    });
    return () => {
      isCurrent = false;
      stop();
    };
  }, [encounterId]);

  return async ({ outcome, language }) => {
    if (encounterId === undefined || outcome.kind !== 'refer' || outcome.recipient === null)
      return undefined;
    const { talk } = outcome;
    const reply = await call(recordConsent, {
      encounterId,
      recipient: outcome.recipient,
      yesTo: ConsentItem.options.filter((item) => outcome.items.includes(item)),
      decidedBy: talk.decidedBy,
      explanation:
        talk.explainedAt === null ? null : explanationOf(talk, language, talk.explainedAt),
      given: talk.given,
      language,
      seen,
    });
    return reply.ok ? undefined : reply.error;
  };
}
