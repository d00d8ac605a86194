/** A place and a member of staff, with unlikely words that can be looked for on the disk. */
export const facility = {
  name: 'Skerrivore Practice',
  country: 'Finland',
  displayName: 'Tamsel',
  signInName: 'tamsel-oake',
  password: 'gantry lilac perpetual snowshoe',
} as const;

export const person = {
  alias: 'Wendolyn Crabbe',
  ownWords: 'The turnstile man keeps my satchel.',
  otherSign: 'Speaks only when the kettle whistles.',
  safeContact: 'Leave word with the haberdasher on Fridays.',
} as const;
