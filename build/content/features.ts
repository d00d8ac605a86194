// What the program itself does for a requirement today, beyond the words of the content, and
// which issue still owes the rest. Written by hand: keep it true.

/** The feature that answers a requirement now. */
export const features: Readonly<Record<string, string>> = {
  R1: 'no screen asks for a verdict',
  R2: 'the referral sheet says that it is no finding',
  R4: 'free text for another sign',
  R5: 'phrases without the word',
  R16: 'missed appointments are noted, or worked out from the day that was agreed',
  R22: 'notices are noted with their day and shown together',
  R23: 'moves are noted with their day and shown together',
  R24: 'that accounts differ is noted with its day, without a word of them',
  R42: 'signs that show only across visits are worked out from visits and notes of all members',
  R43: 'seen, told, told by others; not assessed is its own state',
  R44: 'every entry carries its source (not yet shown beside each sign)',
  R46: 'a record of its own, read at the desk by staff alone and on no sheet',
  R47: 'alone-gate, kept by the main process',
  R52: 'the page of a case before the visit: what is known and was asked',
  R53: 'what shows only across visits stands there with days and members',
  R55: 'what was asked, how often, when last and by whom',
  R61: 'every question but danger and outcome can be left out',
  R78: '34 languages, all drafts',
  R90: 'what contact changes is shown before anything can be agreed',
  R93: 'needs in the order of the person',
  R94: 'consent per recipient and per item',
  R95: 'a yes runs out and can be taken back; every open referral that relies on it stops',
  R96: 'age and capacity lead to the path of the country',
  R97: 'passing on without a yes is a path of its own: ground, facts, what is withheld, a second signature',
  R98: 'the law here is shown as advice until it is confirmed; a confirmed no stops the path, never for a life',
  R99: 'the two first questions',
  R100: "the person's own view",
  R101: 'the own view is kept apart; nothing scores it',
  R102: 'leaving and taking part in an investigation are facts with rules of their own',
  R103: 'threats against others are facts with rules of their own',
  R109: 'emergency number of the country beside an acute threat',
  R111: 'weighed anew at every visit, with what changed, and a safety plan made with the person',
  R112: 'an expert can be asked without a name at any time, with a script',
  R113: 'helpers say whether they were checked; the step says so when none was',
  R114: 'number, hours, languages, whom they take and first point stand with each helper',
  R117: 'time, way, escort, interpreter and code word are agreed before the hand-over',
  R118: 'refer, not possible now, or nothing now',
  R123: 'refusal stands beside referral, equal to it',
  R125: 'a note of a no, with a signature that may be left out',
  R126: 'the note stays with staff; declining to sign is recorded',
  R128: 'a next visit begins with fresh questions, with what was asked at hand',
  R130: 'facts for the day a person is reported missing',
  R131: 'their own yes, record, release and page',
  R138: 'a first name or alias is all that staff give',
  R139: 'the sheet for the person is unbranded',
  R144: 'persons and vehicles in a record of their own, kept apart',
  R146: 'all lines of a day on paper, with the code of the newest',
  R153: 'everything in SQLCipher; neutral names of window, job and files',
  R155: 'any name or none; no identifier',
  C1: 'a duty is a path of its own, with a second member before anything leaves',
  C3: 'nothing, by heart, or a plain sheet',
  C4: "the sheet for the person names no clinic, only the helper's number",
  C5: 'the signature is never needed',
};

/** Parts of the requirements that an issue still owes, by the letter in its title. */
const owed: readonly { readonly issue: string; readonly from: number; readonly to: number }[] = [
  { issue: 'D (the visit)', from: 12, to: 77 },
  { issue: 'E (consent and referral)', from: 80, to: 98 },
  { issue: 'D (the visit)', from: 99, to: 112 },
  { issue: 'E (consent and referral)', from: 113, to: 131 },
  { issue: 'D (the visit)', from: 132, to: 137 },
  { issue: 'F (sheets)', from: 145, to: 146 },
];

/** What is answered in full by the words alone and owes no feature. */
const wordsSuffice = new Set(
  'R6 R7 R8 R9 R10 R11 R35 R45 R48 R51 R57 R58 R60 R62 R69 R70 R71'.split(' '),
);

/** @returns the issue that owes the rest of a requirement, or undefined when nothing is owed */
export function openIn(requirement: string): string | undefined {
  if (wordsSuffice.has(requirement)) return undefined;
  if (requirement.startsWith('C')) return 'E (consent and referral)';
  const number = Number(requirement.slice(1));
  return owed.find(({ from, to }) => number >= from && number <= to)?.issue;
}
