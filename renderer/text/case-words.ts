import { plural, t } from '@lingui/core/macro';
import { assertNever } from '#core/base/assert.ts';

type AskedSubject =
  | 'danger-now'
  | 'safe-tonight'
  | 'others-at-risk'
  | 'own-view'
  | 'what-bears-on-it'
  | 'open-questions'
  | 'signs'
  | 'condition'
  | 'needs'
  | 'safe-contact'
  | 'who-decides';

/** What was asked or looked at in a visit. */
export function askedWords(subject: AskedSubject): string {
  switch (subject) {
    case 'danger-now':
      return t`danger now`;
    case 'safe-tonight':
      return t`a safe place tonight`;
    case 'others-at-risk':
      return t`others at risk`;
    case 'own-view':
      return t`how safe they feel`;
    case 'what-bears-on-it':
      return t`what bears on the danger`;
    case 'open-questions':
      return t`open questions`;
    case 'condition':
      return t`how they are`;
    case 'signs':
      return t`signs`;
    case 'needs':
      return t`needs`;
    case 'safe-contact':
      return t`ways to get in touch`;
    case 'who-decides':
      return t`what a helper would change`;
    default:
      return assertNever(subject);
  }
}

/** How a visit ended, in two or three words. */
export function outcomeWords(outcome: 'undecided' | 'refer' | 'cannot-refer' | 'declined'): string {
  switch (outcome) {
    case 'undecided':
      return t`not decided yet`;
    case 'refer':
      return t`a helper, as they wished`;
    case 'cannot-refer':
      return t`staying in touch`;
    case 'declined':
      return t`nothing for now`;
    default:
      return assertNever(outcome);
  }
}

export function countVisits(count: number): string {
  return plural(count, { one: '# visit', other: '# visits' });
}

type Company = {
  readonly came: 'not-noted' | 'alone' | 'with-someone';
  readonly did: readonly ('answers' | 'interprets' | 'stays' | 'waits' | 'keeps-papers')[];
  readonly parted: 'not-noted' | 'parted' | 'could-not';
};

/** Who came along, and what they did, as it was noted. */
export function companyWords({ came, did, parted }: Company): string {
  if (came === 'not-noted') return t`not noted`;
  if (came === 'alone') return t`came alone`;
  const parts = [
    t`with someone`,
    ...did.map(didWords),
    ...(parted === 'could-not' ? [t`no talk alone came about`] : []),
  ];
  return parts.join(', ');
}

function didWords(did: Company['did'][number]): string {
  switch (did) {
    case 'answers':
      return t`who answered for them`;
    case 'interprets':
      return t`who interpreted`;
    case 'stays':
      return t`who would not leave`;
    case 'waits':
      return t`who waited outside`;
    case 'keeps-papers':
      return t`who kept the papers`;
    default:
      return assertNever(did);
  }
}

/** Whether a second colleague was there at the latest visit. */
export function colleagueWords(kind: 'not-noted' | 'present' | 'nobody'): string {
  switch (kind) {
    case 'present':
      return t`was there last time`;
    case 'nobody':
      return t`was not there last time`;
    case 'not-noted':
      return t`not noted last time`;
    default:
      return assertNever(kind);
  }
}

type Interpreter =
  | { readonly kind: 'not-noted' }
  | { readonly kind: 'none' }
  | {
      readonly kind: 'used';
      readonly who: 'ours' | 'by-phone' | 'mediator' | 'app';
      readonly knowsThem: 'not-asked' | 'yes' | 'no' | 'unsure';
    };

export function interpreterWords(interpreter: Interpreter): string {
  if (interpreter.kind === 'not-noted') return t`interpreter not noted`;
  if (interpreter.kind === 'none') return t`without an interpreter`;
  const who = {
    ours: t`our interpreter`,
    'by-phone': t`interpreter by phone`,
    mediator: t`cultural mediator`,
    app: t`an app`,
  }[interpreter.who];
  if (interpreter.knowsThem === 'yes') return `${who}, ${t`who knew them: choose another`}`;
  return interpreter.knowsThem === 'no' ? who : `${who}, ${t`not known whether independent`}`;
}

type AccountSubject =
  'home' | 'work' | 'money' | 'papers' | 'journey' | 'injury' | 'family' | 'companion' | 'other';

/** What else was noted on such a day, or nothing. */
export function aboutWords(about: Missed | AccountSubject | null): string | undefined {
  switch (about) {
    case null:
      return undefined;
    case 'no-word':
      return t`missed without a word`;
    case 'called-off':
      return t`called off by the person`;
    case 'called-off-by-another':
      return t`called off by somebody else`;
    default:
      return t`about: ${accountWords(about)}`;
  }
}

type Missed = 'no-word' | 'called-off' | 'called-off-by-another';

export function accountWords(subject: AccountSubject): string {
  switch (subject) {
    case 'home':
      return t`home`;
    case 'work':
      return t`work`;
    case 'money':
      return t`money`;
    case 'papers':
      return t`papers`;
    case 'journey':
      return t`how they came here`;
    case 'injury':
      return t`an injury`;
    case 'family':
      return t`family`;
    case 'companion':
      return t`who came along`;
    case 'other':
      return t`something else`;
    default:
      return assertNever(subject);
  }
}
