// What lies in a profile, for those that must know before the vault is loaded.

/** The folder of the vault in a profile. */
export const vaultFolder = 'vault';

/** The encrypted store, in that folder. It has this name only once it is whole. */
export const storeName = 'records.db';
