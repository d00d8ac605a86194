// What the program itself does for a requirement today, beyond the words of the content, and
// what is still owed. Written by hand: keep it true. A requirement with neither is answered by
// the words, or by what every visit offers: all signs, questions and helpers of the pack.

/** The feature that answers a requirement now. */
export const features: Readonly<Record<string, string>> = {
  R1: 'no screen asks for a verdict',
  R2: 'the referral sheet says that it is no finding',
  R4: 'free text for another sign',
  R5: 'phrases without the word',
  R12: 'who came along is noted in an ordinary form, also beside them',
  R13: 'what somebody who came along was seen to do is noted in passing',
  R16: 'missed appointments are noted, or worked out from the day that was agreed',
  R22: 'notices are noted with their day and shown together',
  R23: 'moves are noted with their day and shown together',
  R24: 'that accounts differ is noted with its day, without a word of them',
  R41: 'whether anybody or a telephone listens is asked beside danger',
  R42: 'signs that show only across visits are worked out from visits and notes of all members',
  R43: 'seen, told, told by others; not assessed is its own state',
  R44: 'every entry carries its source; that of a sign stands beside it in a visit',
  R46: 'a record of its own, read at the desk by staff alone and on no sheet',
  R47: 'alone-gate, kept by the main process',
  R50: 'before the gate there is an ordinary form, and it hands nothing out',
  R52: 'the briefing before a next visit, behind a gate for staff alone: what is known and was asked',
  R53: 'what shows only across visits stands there with days and members',
  R54: 'anybody else in the room is noted',
  R55: 'what was asked, how often, when last and by whom, also above the question before it is asked again',
  R56: 'a pause on one key keeps everything and arms the gate',
  R59: 'the questions about the journey and being held are among the open ones',
  R61: 'every question but danger and outcome can be left out',
  R63: 'phrases to point at and a place to write, kept or wiped by decision',
  R65: 'the cover, and ordinary sentences on a key of their own',
  R66: 'a page about health, another room, or goodbye with a date',
  R67: 'the time is put down at once; what it was is asked afterwards',
  R72: 'the colleague a person comes to is named, and stands in the briefing',
  R73: 'which interpreter, and whether the person trusts them',
  R74: 'a cultural mediator can be chosen',
  R75: 'the language that is safe to use stands apart from the mother tongue',
  R76: 'nobody who came along can be chosen as interpreter',
  R77: 'whether the interpreter knows the person or their company',
  R78: 'English and 33 other languages, which are drafts',
  R80: 'what stays here and what may not is shown first, to say or show',
  R82: 'what a contact may change for others is said before anything is agreed',
  R83: 'what cannot be promised is part of the explanation',
  R84: 'the options in plain words, shown or read out',
  R85: 'what is known of papers, family and proceedings is said beside each option and in the explanation of a helper; where nothing is known it says so and what to ask',
  R86: 'what each option changes stands with it, before the choice',
  R87: 'the duties of the country stand on the first page of the talk',
  R88: 'each point that was not said, or not or perhaps not understood, is marked; one confirmation stamps the rest; what is not understood leaves no yes',
  R89: 'poster and leaflet, printed without signing in',
  R90: 'what contact changes is shown before anything can be agreed',
  R91: 'nothing leaves without a yes in force, or a ground of its own',
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
  R105: 'body, mind and feelings, one answer each',
  R106: 'needs in their order; care that is needed today has a place of its own',
  R107: 'the needs of the pack',
  R108: 'numbers and how to get out, on one key',
  R109: 'emergency number of the country beside an acute threat',
  R111: 'weighed anew at every visit, with what changed, and a safety plan made with the person',
  R112: 'an expert can be asked without a name at any time, with a script',
  R113: 'helpers say whether they were checked; the step says so when none was',
  R114: 'number, hours, languages, whom they take and first point stand with each helper',
  R115: 'kinds of helper, among them police units, helplines and safe houses of this place',
  R117: 'a place for tonight is a next step where danger is pressing; way, escort and code word are agreed',
  R118: 'refer, not possible now, or nothing now',
  R119: 'not possible now: usual care, a next day, a safe way to reach them',
  R121: 'what goes into the ordinary record is chosen piece by piece',
  R122: 'no field for a promise',
  R123: 'refusal stands beside referral, equal to it',
  R124: 'nothing, by heart, an ordinary slip, or a plain sheet',
  R125: 'a note of a no, with a signature that may be left out',
  R126: 'the note stays with staff; declining to sign is recorded',
  R127: 'an ordinary next appointment closes every visit',
  R128: 'a next visit begins with fresh questions, with what was asked at hand',
  R129: 'it looks like any other appointment',
  R130: 'facts for the day a person is reported missing',
  R131: 'their own yes, record, release and page',
  R132: 'calm on one key: stop and breathe',
  R133: 'calm: here, in this room',
  R134: 'calm: go on, something else, or stop for now',
  R135: 'calm: what the questions are for',
  R136: 'calm: thanks for the effort',
  R137: 'calm is reached from every step and leads back to the same place',
  R138: 'a first name or alias is all that staff give',
  R139: 'the sheet for the person is unbranded',
  R140: 'a second colleague, or one of three reasons',
  R144: 'persons and vehicles in a record of their own, kept apart',
  R145: 'on papers staff stand by the number of their profession; the report of a day can be without names',
  R146: 'all lines of a day on paper, with the code of the newest',
  R153: 'everything in SQLCipher; neutral names of window, job and files',
  R155: 'any name or none; no identifier',
  R162: 'after a visit: a prompt, a word to the lead, and a day to be asked again',
  R164: 'what a member writes for themselves is sealed for them alone, beside no case',
  C1: 'a duty is a path of its own, with a second member before anything leaves',
  C2: 'stores apart: visit, ordinary record, what is kept apart, the log of the day',
  C3: 'nothing, by heart, an ordinary slip, or a plain sheet',
  C4: "the sheet for the person names no clinic, only the helper's number",
  C5: 'the signature is never needed',
  C6: 'what is suspected of others is a record apart, on no sheet',
};

/** What of a requirement is not built yet, and the issue that owes it, by the letter in its title. */
const owed: Readonly<Record<string, string>> = {
  R4: 'signs that a place adds to the list itself: C (content)',
};

/**
 * What a place keeps on paper of its own, as the entries say. The program keeps no register of
 * its staff's outings, reading or training: that would be a record about people of another kind.
 */
const onPaper: Readonly<Record<string, string>> = {
  R141: 'who went out and came back',
  R152: 'who has read the rules',
  R154: 'what the press asked',
  R156: 'who has read the plan',
  R158: 'who was trained',
};

/** @returns what the place keeps on a list of its own, or undefined */
export function keptOnPaper(requirement: string): string | undefined {
  return onPaper[requirement];
}

/** @returns what is owed and by which issue, or undefined when nothing is owed */
export function openIn(requirement: string): string | undefined {
  return owed[requirement];
}
