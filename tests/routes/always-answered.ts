/** The channels that are answered while the vault is locked: what the lock screen needs, and no other. */
export const alwaysAnswered = [
  'app.readStatus',
  'content.readPack',
  'content.readPublic',
  'content.readPublicPhrases',
  // Whoever has two recovery sheets is nobody who is signed in.
  'recovery.look',
  'recovery.recover',
  // Answered with NotAllowed while the store is sound: tests/vault/backup.test.ts.
  'restore.goBack',
  'restore.inspect',
  'restore.isDue',
  'restore.list',
  'restore.lookInto',
  // Sheets for everybody, with no case behind them.
  'sheet.previewPublic',
  'sheet.printPublic',
  'sheet.readTicket',
  'sheet.reportDrawn',
  'vault.lock',
  'vault.setUp',
  'vault.suggestPassword',
  'vault.unlock',
  'watch.cleared',
  'watch.copied',
  'watch.cover',
  'watch.reading',
  'watch.redrawn',
];
