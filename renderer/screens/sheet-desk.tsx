import { Trans, useLingui } from '@lingui/react/macro';
import { Select } from 'nhsuk-react-components';
import { type ReactNode, useEffect, useState } from 'react';
import type { Instant } from '#core/base/capabilities.ts';
import { type CalendarDate, dayHere, daysAfter } from '#core/domain/calendar-date.ts';
import type { EncounterId, VisitDraft } from '#core/domain/encounter.ts';
import type { Facility } from '#core/domain/facility.ts';
import type { FollowUp } from '#core/domain/follow-up.ts';
import { LanguageTag, staffLanguage } from '#core/domain/language.ts';
import { helpersOf } from '#core/pack/contact-seed.ts';
import { offeredLanguages } from '#core/pack/offered-languages.ts';
import type { Pack } from '#core/pack/pack.ts';
import type { PersonForm } from '#core/sheet/person-form.ts';
import { Page } from '../parts/page.tsx';
import { CopyQuestion } from '../parts/copy-question.tsx';
import { firstWanted, PersonFormChoice } from '../parts/person-form-choice.tsx';
import { PrinterChoice } from '../printing/printer-choice.tsx';
import { SheetCard } from '../printing/sheet-card.tsx';
import { Standing } from '../parts/standing.tsx';
import { WaitingSheets } from '../printing/waiting-sheets.tsx';
import { warmLetters } from '../printing/warm-letters.ts';

/** The last step of a visit: what goes on paper, seen before it is printed. */
export function SheetDesk({
  encounterId,
  draft,
  pack,
  facility,
  problem,
  actions,
}: {
  readonly encounterId: EncounterId;
  readonly draft: VisitDraft;
  readonly pack: Pack;
  readonly facility: Facility;
  readonly problem: ReactNode;
  readonly actions: ReactNode;
}) {
  const { t } = useLingui();
  const { outcome } = draft;
  const place = pack.jurisdictions.find(({ id }) => id === facility.jurisdiction);
  const helpers = helpersOf(pack.contacts, place);
  const recipient = outcome.kind === 'refer' ? outcome.recipient : null;
  // The number of the helper whom the person chose, and else of the one to ask first.
  const [helperId, setHelperId] = useState(
    () => (helpers.find(({ id }) => id === recipient) ?? helpers[0])?.id ?? null,
  );
  const helper = helpers.find(({ id }) => id === helperId);
  const first = firstForm(outcome);
  const hasSummary = draft.ordinaryRecord.isWanted;
  const hasPlan = draft.plan.paper === 'plain' || draft.plan.paper === 'disguised';
  const [day] = useState(() => appointmentDay(draft.followUp, new Date().toISOString()));
  const [isCopyWanted, setIsCopyWanted] = useState(false);
  const [wanted, setWanted] = useState(() => firstWanted(first ?? 'information', day));

  useEffect(() => {
    const tags = offeredLanguages(pack, facility.enabledDrafts).map(({ tag }) => tag);
    void import('../styles/sheet-fonts.ts').then(() => warmLetters(pack, tags));
  }, [pack, facility.enabledDrafts]);

  return (
    <Page
      heading={
        (first === undefined && !hasPlan && !hasSummary) || first === 'memorise'
          ? t`Before you part`
          : t`Sheets`
      }
      actions={actions}
    >
      {problem}
      <WaitingSheets encounterId={encounterId} pack={pack} />
      {first === undefined && !hasPlan && !hasSummary && (
        <p>
          <Trans>
            Nothing to carry. Say that help stays open, and agree on an ordinary next appointment.
          </Trans>
        </p>
      )}
      {recipient !== null && (
        <SheetCard
          title={t`For the helper`}
          pack={pack}
          facility={facility}
          firstLanguage={LanguageTag.parse('en')}
          order={(language, format) => ({
            kind: 'referral',
            encounterId,
            language,
            recipient,
            format,
          })}
        />
      )}
      {(first !== undefined || hasPlan) && (
        <Select
          label={t`Whose number?`}
          id="helper"
          value={helperId ?? ''}
          onChange={(event) =>
            setHelperId(helpers.find(({ id }) => id === event.currentTarget.value)?.id ?? null)
          }
        >
          <Select.Option value="">{t`No number`}</Select.Option>
          {helpers.map(({ id, name }) => (
            <Select.Option key={id} value={id}>
              {name}
            </Select.Option>
          ))}
        </Select>
      )}
      {first !== undefined && helper !== undefined && (
        <p>
          <Standing contact={helper} />
        </p>
      )}
      {first !== undefined && (
        <SheetCard
          title={t`For the person`}
          pack={pack}
          facility={facility}
          firstLanguage={draft.language}
          order={(language, format) => ({
            kind: 'person',
            encounterId,
            language,
            helper: helperId,
            wanted,
            format,
          })}
        >
          <PersonFormChoice {...{ first, day }} onChange={setWanted} />
        </SheetCard>
      )}
      {hasPlan && (
        <SheetCard
          title={t`Their plan`}
          pack={pack}
          facility={facility}
          firstLanguage={draft.language}
          order={(language, format) => ({
            kind: 'safety-plan',
            encounterId,
            language,
            helper: helperId,
            format,
          })}
        >
          {draft.plan.paper === 'disguised' && helper !== undefined && (
            <p>
              <Trans>
                The helper's number stands at the foot, as the number of the form. Tell the person.
              </Trans>
            </p>
          )}
        </SheetCard>
      )}
      {hasSummary && (
        <SheetCard
          title={t`For the ordinary record`}
          pack={pack}
          facility={facility}
          firstLanguage={staffLanguage}
          order={(language, format) => ({
            kind: 'clinical-summary',
            encounterId,
            language,
            format,
          })}
        />
      )}
      {outcome.kind === 'declined' && outcome.note !== 'not-offered' && (
        <SheetCard
          title={t`Note for our records`}
          pack={pack}
          facility={facility}
          firstLanguage={draft.language}
          order={(language, format) => ({
            kind: 'refusal-note',
            encounterId,
            isCopyWanted,
            language,
            format,
          })}
        >
          <CopyQuestion name="copy-of-note" isWanted={isCopyWanted} onChoose={setIsCopyWanted} />
        </SheetCard>
      )}
      {(first !== undefined || hasPlan || hasSummary) && <PrinterChoice />}
    </Page>
  );
}

/** The day that was agreed, and where none was, one in two weeks. It can be changed. */
function appointmentDay(followUp: FollowUp, now: Instant): CalendarDate {
  return followUp.kind === 'on' ? followUp.on : daysAfter(dayHere(now), 14);
}

/** The paper that fits what was agreed, or undefined when the person takes nothing. It can be changed. */
function firstForm(outcome: VisitDraft['outcome']): PersonForm['form'] | undefined {
  switch (outcome.kind) {
    case 'refer':
      return 'information';
    case 'cannot-refer':
      return outcome.card === 'card' ? 'card' : undefined;
    case 'declined':
      return outcome.handOver === null ? undefined : handOvers[outcome.handOver];
    default:
      return undefined;
  }
}

const handOvers = {
  nothing: undefined,
  memorise: 'memorise',
  disguised: 'slip',
  plain: 'information',
} as const;
