import { t } from '@lingui/core/macro';
import type { ContactKind } from '#core/pack/contact-seed.ts';

/** What a helper is, as people call it. */
export function contactKindName(kind: ContactKind): string {
  const names: Readonly<Record<ContactKind, string>> = {
    'assistance-system': t`National assistance system`,
    helpline: t`Helpline`,
    ngo: t`Organisation`,
    'police-unit': t`Police unit`,
    emergency: t`Emergency`,
    legal: t`Legal advice`,
    children: t`For children`,
    labour: t`Work and pay`,
    shelter: t`Safe house`,
  };
  return names[kind];
}
