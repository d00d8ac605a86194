// What is wrong in a pack, for whoever writes it: one line each, with file and line where it is known.
import type { PackFiles } from '#core/pack/pack-files.ts';
import { placeOf } from '../../electron/packs/judge-update.ts';
import type { LoadProblem } from '../../electron/packs/load-pack.ts';

/** The names are those of the table in content/README.md, which says what to do. */
const meanings: Readonly<Record<LoadProblem['kind'], string>> = {
  AskingLowersLevel: 'a fact that nobody asked about is more pressing than the same fact',
  BundleBroken: 'the signed pack was cut off or is none',
  BundleTooNew: 'the signed pack is for a newer program',
  DateInFuture: 'this day is yet to come',
  DoubleId: 'two entries have this id',
  FactWithoutRule: 'no rule about danger uses this fact',
  FileInvalid: 'this cannot be read as it stands',
  FileTooLarge: 'the file has more bytes than it may have',
  FileUnreadable: 'the file is missing or cannot be read',
  FormatTooNew: 'the pack is for a newer program; its format, and the newest that can be read',
  MissingLanguage: 'the manifest names a language that has no file',
  MissingPhrase: 'the translation lacks this phrase',
  NamesSubject: 'the text says the word where others may read it',
  NoRuleForEverybody: 'one rule about danger must hold whatever is known',
  ObsoleteNumber: 'the number is on the list of those not to be used',
  OtherDigits: 'the digits differ from the English',
  OtherLength: 'the text is far too long or too short beside the English',
  OtherLines: 'there are more or fewer lines than in the English',
  OtherPlaceholders: 'the curly brackets differ from the English',
  OtherScript: 'letters are of another script than that of the language',
  PhoneDigitsDiffer: 'the two ways to write the number have other digits',
  PhoneLengthWrong: 'the number has too many or too few digits for its country',
  PointWithoutQuestion: 'a point of the circumstances has no question',
  RequiredPhraseMissing: 'English lacks a phrase that a sheet prints',
  StrayFile: 'this file is no part of a pack',
  StrayPhrase: 'English has no such phrase',
  StrayStaffWords: 'English has no such entry or field',
  UnknownAction: 'a rule about danger names an action that is not there',
  UnknownFact: 'a rule about danger names a fact that is not there',
  UnknownForm: 'the entry names a form that is not there',
  UnknownJurisdiction: 'the helper names a country that is not there',
  UnknownLink: 'the entry names something that is not there',
  UnknownPhrase: 'the entry names a phrase that is not there',
  UnknownSource: 'the entry cites a work that the manifest has not',
  UnreachableEntry: 'nothing leads to this',
};

export function problemLines(
  files: PackFiles,
  problems: readonly LoadProblem[],
): readonly string[] {
  const lines = problems.map((problem) => {
    const { file, line, what, detail } = placeOf(files, problem);
    const place = line === null ? file : `${file}, line ${line}`;
    return `${place}: ${meanings[what]}: ${detail} (${what})`;
  });
  return [...lines, 'What to do about each stands in content/README.md, under “The checker”.'];
}
