import { t } from '@lingui/core/macro';
import { assertNever } from '#core/base/assert.ts';

/** What can stand in the way of an update of the content, of a helper, or of a confirmed law. */
export type ContentExplicable =
  | {
      readonly kind:
        | 'SignatureBroken'
        | 'FingerprintDiffers'
        | 'PackTooNew'
        | 'FileChanged'
        | 'NothingBefore'
        | 'CorrectionUnfit'
        | 'CorrectionUnknown'
        | 'SignKnown'
        | 'SignUnknown'
        | 'LawChanged'
        | 'DayAhead'
        | 'ContactUnknown'
        | 'NumberChanged'
        | 'InstrumentUnknown'
        | 'NamesSubject';
    }
  | { readonly kind: 'FileUnreadable' | 'StrayFile' | 'BundleBroken'; readonly file: string }
  | { readonly kind: 'FileTooLarge'; readonly file: string; readonly limitBytes: number }
  | { readonly kind: 'BundleTooNew'; readonly bundle: number; readonly readable: number }
  | { readonly kind: 'StrangerSigned'; readonly fingerprint: string }
  | { readonly kind: 'QuestionsMiscounted'; readonly expected: number; readonly given: number }
  | { readonly kind: 'OtherPack'; readonly id: string }
  | { readonly kind: 'NotNewer'; readonly version: string; readonly inForce: string }
  | { readonly kind: 'NumberWrong'; readonly why: 'digits' | 'obsolete' }
  | { readonly kind: 'PackFaulty'; readonly places: readonly FaultyPlace[] };

type FaultyPlace = {
  readonly file: string;
  readonly line: number | null;
  readonly what: string;
  readonly detail: string;
};

const kinds: readonly string[] = [
  'SignatureBroken',
  'FingerprintDiffers',
  'PackTooNew',
  'FileChanged',
  'NothingBefore',
  'CorrectionUnfit',
  'CorrectionUnknown',
  'SignKnown',
  'SignUnknown',
  'LawChanged',
  'DayAhead',
  'ContactUnknown',
  'NumberChanged',
  'InstrumentUnknown',
  'QuestionsMiscounted',
  'FileUnreadable',
  'StrayFile',
  'BundleBroken',
  'FileTooLarge',
  'BundleTooNew',
  'StrangerSigned',
  'OtherPack',
  'NotNewer',
  'NumberWrong',
  'PackFaulty',
  'NamesSubject',
] satisfies readonly ContentExplicable['kind'][];

export function isAboutContent(error: { readonly kind: string }): error is ContentExplicable {
  return kinds.includes(error.kind);
}

export function explainContent(error: ContentExplicable) {
  const stays = t`The content in force stays as it is.`;
  switch (error.kind) {
    case 'FileUnreadable':
      return {
        title: t`There is no file there that can be read.`,
        next: t`${stays} Check that the stick is plugged in and the path is right.`,
      };
    case 'FileTooLarge':
      return {
        title: t`This file is far too large for an update.`,
        next: t`${stays} An update has at most ${Math.round(error.limitBytes / 1_000_000)} MB. None of it was read in.`,
      };
    case 'StrayFile':
      return {
        title: t`This file holds something that is no part of the content: ${error.file}`,
        next: t`${stays} Do not use it. Tell whoever sent it.`,
      };
    case 'BundleBroken':
      return {
        title: t`This file is cut off, or no update.`,
        next: t`${stays} Copy it onto the stick again, or ask for it again.`,
      };
    case 'BundleTooNew':
    case 'PackTooNew':
      return {
        title: t`This update is for a newer Quietroom.`,
        next: t`${stays} Install the newer version first.`,
      };
    case 'SignatureBroken':
      return {
        title: t`This file was changed after it was signed.`,
        next: t`${stays} Do not use it. Ask for the file again, by another way.`,
      };
    case 'StrangerSigned':
      return {
        title: t`Nobody here trusts the key that signed this file.`,
        next: t`${stays} If you were given the fingerprint of the key by another way, such as a letter or a call, type it here.`,
      };
    case 'FingerprintDiffers':
      return {
        title: t`This is not the fingerprint of the key that signed the file.`,
        next: t`The key is not trusted. If you typed it right, do not use the file, and tell whoever gave it to you.`,
      };
    case 'PackFaulty':
      return {
        title: t`Something in this update is wrong, so none of it is used.`,
        next: `${stays} ${error.places.map(placeWords).join(' ')}`,
      };
    case 'OtherPack':
      return {
        title: t`This file holds other content: ${error.id}`,
        next: stays,
      };
    case 'NotNewer':
      return {
        title: t`This update is no newer than the content in force.`,
        next: t`${stays} The update is version ${error.version}, in force is ${error.inForce}.`,
      };
    case 'FileChanged':
      return {
        title: t`The file is not the one you looked at any more.`,
        next: t`${stays} Look at it again.`,
      };
    case 'NothingBefore':
      return { title: t`There is nothing to go back to.`, next: stays };
    case 'CorrectionUnfit':
      return {
        title: t`These words cannot stand there.`,
        next: t`Nothing was kept. Keep everything in curly brackets and all digits as they are, and the script of the language.`,
      };
    case 'CorrectionUnknown':
      return { title: t`These words are not there any more.`, next: t`Nothing was changed.` };
    case 'SignKnown':
      return { title: t`The list has this sign already.`, next: t`Nothing was added.` };
    case 'SignUnknown':
      return { title: t`This sign is not there any more.`, next: t`Nothing was changed.` };
    case 'LawChanged':
      return {
        title: t`This statement has other words by now.`,
        next: t`Nothing was kept. Go back and read it again.`,
      };
    case 'DayAhead':
      return {
        title: t`This day is yet to come.`,
        next: t`Nothing was kept. Choose the day on which it was done.`,
      };
    case 'ContactUnknown':
      return { title: t`This helper is not there any more.`, next: t`Nothing was changed.` };
    case 'NumberChanged':
      return {
        title: t`Another number stands there by now.`,
        next: t`Nothing was kept. Go back and check the number that stands there.`,
      };
    case 'InstrumentUnknown':
      return { title: t`This questionnaire is not there any more.`, next: t`Nothing was changed.` };
    case 'NamesSubject':
      return {
        title: t`These words say what this is about, where others may read them.`,
        next: t`Nothing was kept. Say it in other words, and give a helper or a place a name that nobody wonders about. Only the full sheet may say it.`,
      };
    case 'QuestionsMiscounted':
      return {
        title: t`This is not the number of questions that it has.`,
        next: t`Nothing was kept. It has ${error.expected}; you gave ${error.given}. One question on each line.`,
      };
    case 'NumberWrong':
      return error.why === 'digits'
        ? {
            title: t`This is no number of this country.`,
            next: t`Nothing was kept. Count the digits: there are too many or too few, or letters in it.`,
          }
        : {
            title: t`This number is out of use.`,
            next: t`Nothing was kept. It stands in old leaflets. Find the new one.`,
          };
    default:
      return assertNever(error);
  }
}

/** `phrases/fi.yaml, line 12: a placeholder such as {number} was lost.` */
function placeWords({ file, line, what, detail }: FaultyPlace): string {
  const place = line === null ? file : t`${file}, line ${line}`;
  return `${place}: ${faultWords(what, detail)}.`;
}

function faultWords(what: string, detail: string): string {
  switch (what) {
    case 'OtherPlaceholders':
      return t`a phrase lost or gained a placeholder (${detail})`;
    case 'OtherDigits':
      return t`a phrase has other digits than the English (${detail})`;
    case 'OtherScript':
      return t`a phrase is in another script (${detail})`;
    case 'OtherLength':
      return t`a phrase is far too long or too short (${detail})`;
    case 'MissingPhrase':
    case 'RequiredPhraseMissing':
    case 'UnknownPhrase':
      return t`a phrase is missing (${detail})`;
    case 'StrayPhrase':
      return t`a phrase that English has not (${detail})`;
    case 'MissingLanguage':
      return t`a language is missing (${detail})`;
    case 'StrayStaffWords':
      return t`words for staff that fit no entry in English (${detail})`;
    case 'OtherLines':
      return t`words for staff have more or fewer lines than the English (${detail})`;
    case 'DoubleId':
      return t`two entries have one name (${detail})`;
    case 'UnknownSource':
    case 'UnknownForm':
    case 'UnknownJurisdiction':
    case 'UnknownLink':
    case 'PointWithoutQuestion':
      return t`it names something that is not there (${detail})`;
    case 'UnknownFact':
    case 'UnknownAction':
    case 'FactWithoutRule':
    case 'AskingLowersLevel':
    case 'NoRuleForEverybody':
      return t`a rule about danger is not right (${detail})`;
    case 'FileTooLarge':
      return t`the file is far too large`;
    case 'UnreachableEntry':
      return t`an entry that nothing leads to (${detail})`;
    case 'PhoneDigitsDiffer':
    case 'PhoneLengthWrong':
      return t`a telephone number is not right (${detail})`;
    case 'ObsoleteNumber':
      return t`a number that must not be used any more (${detail})`;
    case 'NamesSubject':
      return t`a text names the subject where others can read it (${detail})`;
    case 'DateInFuture':
      return t`a day that is yet to come (${detail})`;
    case 'FileUnreadable':
      return t`the file is missing`;
    default:
      return detail;
  }
}
