import { t } from '@lingui/core/macro';

/** A list of the pack as people call it. */
export function listName(list: string): string {
  const names: Readonly<Record<string, string>> = {
    indicators: t`Signs`,
    forms: t`Forms of exploitation`,
    sectors: t`Fields of work`,
    needs: t`Needs`,
    prompts: t`Advice by moment`,
    checklist: t`Before a visit`,
    guidance: t`Articles`,
    conflicts: t`Where sources disagree`,
    coverTopics: t`Pages about health`,
    jurisdictions: t`Countries`,
    law: t`Law`,
    contacts: t`Helpers`,
    instruments: t`Questionnaires`,
    pictograms: t`Pictures`,
    staffWords: t`Other languages of the staff`,
  };
  return names[list] ?? list;
}
