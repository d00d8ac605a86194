import { useEffect, useRef, useState } from 'react';
import type { z } from 'zod';
import { agreementsInForce, ConsentItem } from '#core/domain/consent.ts';
import type { EncounterId, VisitDraft } from '#core/domain/encounter.ts';
import type { LanguageTag } from '#core/domain/language.ts';
import { type ConsentTalk, explanationOf } from '#core/domain/outcome.ts';
import { readConsent, recordConsent } from '#core/ipc/consent-channels.ts';
import { call, onPageEvent } from '../client.ts';
import type { Explicable } from '../text/explain.ts';

export type Agreeing = {
  /** Records the decision of a draft, and answers with what went wrong. */
  readonly agree: (draft: VisitDraft) => Promise<Explicable | undefined>;
  /** Records at once that what is ticked no longer is no yes any more; what is newly ticked waits. */
  readonly takeOff: (draft: VisitDraft) => Promise<Explicable | undefined>;
};

/**
 * Puts into the ledger what the person agrees to, on top of what this window has seen of it: an
 * entry that came meanwhile, such as a yes taken back, is never written over.
 *
 * @param encounterId undefined as long as the gate is armed
 */
export function useAgreeing(encounterId: EncounterId | undefined): Agreeing {
  const [seen, setSeen] = useState(0);
  const takingOff = useRef<Promise<Explicable | undefined>>(Promise.resolve(undefined));
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

  async function agree(draft: VisitDraft): Promise<Explicable | undefined> {
    const { outcome } = draft;
    if (encounterId === undefined || outcome.kind !== 'refer' || outcome.recipient === null)
      return undefined;
    const { talk, items, recipient } = outcome;
    const others = ConsentItem.options.filter((item) => !items.includes(item));
    return record({
      ...saidIn(draft.language, talk),
      encounterId,
      recipient,
      seen,
      yesTo: [...items],
      noTo: talk.rest === 'no' ? others : [],
    });
  }

  async function takeOffNow(draft: VisitDraft): Promise<Explicable | undefined> {
    const { outcome } = draft;
    if (encounterId === undefined || outcome.kind !== 'refer' || outcome.recipient === null)
      return undefined;
    const { talk, items, recipient } = outcome;
    const ledger = await call(readConsent, { encounterId });
    if (!ledger.ok) return ledger.error;
    const inForce = agreementsInForce(ledger.value, recipient, new Date().toISOString());
    const agreed = ConsentItem.options.filter((item) => inForce.has(item));
    const noTo = agreed.filter((item) => !items.includes(item));
    if (noTo.length === 0) return undefined;
    const request = {
      ...saidIn(draft.language, talk),
      encounterId,
      recipient,
      noTo,
      yesTo: agreed.filter((item) => items.includes(item)),
      seen: ledger.value.length,
    };
    const problem = await record(request);
    // What cannot be a yes any more stands in the way of no no.
    if (problem !== undefined) await record({ ...request, yesTo: [] });
    return problem;
  }

  return {
    agree,
    takeOff(draft) {
      // One after the other: each rests on what the one before it has written.
      takingOff.current = takingOff.current.then(() => takeOffNow(draft));
      return takingOff.current;
    },
  };
}

async function record(
  request: z.input<typeof recordConsent.request>,
): Promise<Explicable | undefined> {
  const reply = await call(recordConsent, request);
  return reply.ok ? undefined : reply.error;
}

/** How the talk before a decision went, as the ledger keeps it. */
function saidIn(language: LanguageTag, talk: ConsentTalk) {
  return {
    decidedBy: talk.decidedBy,
    explanation: talk.explainedAt === null ? null : explanationOf(talk, language, talk.explainedAt),
    given: talk.given,
    language,
  };
}
