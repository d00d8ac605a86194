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
    dangerFacts: t`What is asked about danger`,
    dangerActions: t`What is done about danger`,
    dangerRules: t`When danger is how pressing`,
    circumstances: t`What papers, family and proceedings change`,
    planChoices: t`Lines of a safety plan`,
    paperWords: t`Sentences of papers for staff and agencies`,
    summaryWords: t`Words of the summary for the ordinary record`,
    searchWords: t`Words that staff may look for`,
    obsoleteContacts: t`Numbers out of use`,
    phoneLengths: t`How long the numbers of a country are`,
    commonPasswords: t`Passwords that too many people choose`,
    languages: t`Languages`,
    works: t`Works that entries come from`,
    staffWords: t`Other languages of the staff`,
  };
  return names[list] ?? list;
}
