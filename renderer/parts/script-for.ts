import { t } from '@lingui/core/macro';
import type { VisitDraft } from '#core/domain/encounter.ts';
import type { Facility } from '#core/domain/facility.ts';
import { knownOf } from '#core/journey/circumstances.ts';
import { deciderOf } from '#core/journey/deciding.ts';
import {
  explanationScript,
  type OwnSentences,
  type ScriptPoint,
} from '#core/journey/explanation.ts';
import { placesOf } from '#core/journey/without-consent.ts';
import type { Contact } from '#core/pack/contact-seed.ts';
import type { Pack } from '#core/pack/pack.ts';

/** What this helper would change for the person of this visit, with the sentences of the program itself. */
export function scriptFor(
  {
    draft,
    pack,
    facility,
  }: {
    readonly draft: VisitDraft;
    readonly pack: Pack;
    readonly facility: Pick<Facility, 'jurisdiction'>;
  },
  contact: Contact,
  own: Partial<OwnSentences> = {},
): readonly ScriptPoint[] {
  return explanationScript(
    contact,
    placesOf(pack.jurisdictions, facility.jurisdiction),
    pack.circumstances,
    { known: knownOf(draft, pack.circumstances), decidedBy: deciderOf(draft) },
    {
      private: t`What you say stays here, except when there is danger to life or to a child.`,
      noPromise: t`We cannot promise that they take you on, a place to stay, money or papers.`,
      takeBack: t`You can say no now, and you can take a yes back at any time.`,
      police: t`They may have to tell the police.`,
      isPolice: t`They are the police.`,
      noPolice: t`They say that they do not have to tell the police.`,
      ...own,
    },
  ).filter(({ say, show }) => say.length + show.length > 0);
}
