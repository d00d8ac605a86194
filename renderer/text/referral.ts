import { t } from '@lingui/core/macro';
import { assertNever } from '#core/base/assert.ts';

type State =
  | 'prepared'
  | 'first-call'
  | 'handed-over'
  | 'accepted'
  | 'refused-by-agency'
  | 'waiting'
  | 'arrived'
  | 'completed'
  | 'stopped'
  | 'lapsed';

/** Where a referral stands, in words that say nothing about anybody. */
export function stateName(state: State): string {
  switch (state) {
    case 'prepared':
      return t`prepared`;
    case 'first-call':
      return t`first call made`;
    case 'handed-over':
      return t`handed over`;
    case 'accepted':
      return t`accepted`;
    case 'refused-by-agency':
      return t`the helper said no`;
    case 'waiting':
      return t`waiting`;
    case 'arrived':
      return t`arrived`;
    case 'completed':
      return t`completed`;
    case 'stopped':
      return t`stopped: taken back`;
    case 'lapsed':
      return t`lapsed`;
    default:
      return assertNever(state);
  }
}

/** What has happened when a referral moves there, as an answer to choose. */
export function moveName(state: State): string {
  switch (state) {
    case 'first-call':
      return t`I called, without a name`;
    case 'handed-over':
      return t`They know what was agreed, and the way there is planned`;
    case 'accepted':
      return t`They take the person`;
    case 'refused-by-agency':
      return t`They cannot or will not`;
    case 'waiting':
      return t`They need time, or there is no place yet`;
    case 'arrived':
      return t`The person has arrived`;
    case 'completed':
      return t`It is done`;
    case 'lapsed':
      return t`Nothing came of it`;
    case 'prepared':
    case 'stopped':
      return stateName(state);
    default:
      return assertNever(state);
  }
}

/** What usually comes next, to be changed by whoever writes. */
export function nextAfter(state: State): string {
  switch (state) {
    case 'prepared':
      return t`Make the first call`;
    case 'first-call':
      return t`Call again with what was agreed`;
    case 'handed-over':
      return t`Ask whether they take the person`;
    case 'accepted':
      return t`Make sure of the arrival, in the agreed way`;
    case 'waiting':
      return t`Ask whether there is a place`;
    case 'arrived':
      return t`Ask the person how it is, at the next visit`;
    case 'refused-by-agency':
    case 'completed':
    case 'stopped':
    case 'lapsed':
      return '';
    default:
      return assertNever(state);
  }
}

/** The way there, in the order in which it is talked about. */
export const arrangementFields = [
  'time',
  'transport',
  'escort',
  'interpreter',
  'codeWord',
  'arrivalBy',
] as const;
export type ArrangementField = (typeof arrangementFields)[number];

export function arrangementLabel(field: ArrangementField): string {
  const labels: Readonly<Record<ArrangementField, string>> = {
    time: t`When and where they meet`,
    transport: t`How the person gets there`,
    escort: t`Who goes along`,
    interpreter: t`Interpreter`,
    codeWord: t`A word by which they know each other`,
    arrivalBy: t`How you hear that the person has arrived`,
  };
  return labels[field];
}
