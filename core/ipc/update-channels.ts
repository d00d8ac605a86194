import { z } from 'zod';
import { Correction, CorrectionTarget } from '#core/pack/correction.ts';
import { Manifest } from '#core/pack/manifest.ts';
import { PackChanges } from '#core/pack/pack-changes.ts';
import { PackOrigin, TrustedKey } from '#core/pack/pack-origin.ts';
import {
  channel,
  DiskFull,
  failure,
  NamesSubject,
  NoRequest,
  NotAllowed,
  Nothing,
} from './channel.ts';

const Path = z.string().trim().min(1).max(500);

const Version = z.strictObject({
  version: Manifest.shape.version,
  date: Manifest.shape.date,
  origin: PackOrigin,
});

const Shelf = z.strictObject({
  inForce: Version,
  /** What going back would lead to. Null when what shipped is in force. */
  before: Version.nullable(),
  keys: z.array(TrustedKey),
  corrections: z.array(Correction),
});
export type Shelf = z.infer<typeof Shelf>;

/** Which content is in force, whose keys are trusted, and what the place has put in its own words. */
export const readShelf = channel('content.readShelf', NoRequest, Shelf, NotAllowed);

/** Files that look like an update on the sticks that are plugged in. */
export const findUpdates = channel(
  'content.findUpdates',
  NoRequest,
  z.array(z.strictObject({ path: Path, name: z.string() })),
  NotAllowed,
);

const Source = [
  failure('FileUnreadable', { file: z.string() }),
  failure('FileTooLarge', { file: z.string(), limitBytes: z.number() }),
  failure('StrayFile', { file: z.string() }),
  failure('BundleBroken', { file: z.string() }),
  failure('BundleTooNew', { bundle: z.number(), readable: z.number() }),
  failure('SignatureBroken', {}),
  NotAllowed,
] as const;

/** Trusts the key that signed a file, if its fingerprint is the one that was typed. */
export const trustKey = channel(
  'content.trustKey',
  z.strictObject({
    path: Path,
    /** As the lead was given it, by another way than the file. */
    fingerprint: z.string().max(80),
    holder: TrustedKey.shape.holder,
  }),
  TrustedKey,
  z.union([...Source, failure('FingerprintDiffers', {}), NamesSubject, DiskFull]),
);

/** Trusts a key no longer. A pack that it signed goes out of force with it. */
export const distrustKey = channel(
  'content.distrustKey',
  TrustedKey.pick({ publicKey: true }),
  Nothing,
  z.union([NotAllowed, DiskFull]),
);

const UpdateProblem = [
  ...Source,
  failure('StrangerSigned', { fingerprint: z.string() }),
  failure('PackFaulty', {
    places: z.array(
      z.strictObject({
        file: z.string(),
        line: z.number().int().nullable(),
        what: z.string(),
        detail: z.string(),
      }),
    ),
  }),
  failure('PackTooNew', {}),
  failure('OtherPack', { id: z.string() }),
  failure('NotNewer', { version: z.string(), inForce: z.string() }),
] as const;

/** Looks at an update and says what it would change. Nothing is taken. */
export const inspectUpdate = channel(
  'content.inspectUpdate',
  z.strictObject({ path: Path }),
  z.strictObject({
    version: Manifest.shape.version,
    date: Manifest.shape.date,
    signedBy: z.string(),
    /** What was looked at, for taking exactly that. */
    digest: z.string(),
    changes: PackChanges,
  }),
  z.union(UpdateProblem),
);

/** Takes the update that was looked at. */
export const takeUpdate = channel(
  'content.takeUpdate',
  z.strictObject({ path: Path, digest: z.string().length(64) }),
  Version,
  z.union([...UpdateProblem, failure('FileChanged', {}), DiskFull]),
);

/** Back to the content that was in force before. */
export const goBack = channel(
  'content.goBack',
  NoRequest,
  Version,
  z.union([NotAllowed, failure('NothingBefore', {}), DiskFull]),
);

/** Words of the place's own, for the lead to confirm. */
export const proposeCorrection = channel(
  'content.proposeCorrection',
  z.strictObject({ target: CorrectionTarget, text: Correction.shape.text }),
  Correction,
  z.union([
    NotAllowed,
    /** There is no such thing, or a placeholder, a digit or the script of a phrase was lost. */
    failure('CorrectionUnfit', {}),
    NamesSubject,
    DiskFull,
  ]),
);

/** The lead confirms a correction, or takes it back. */
export const settleCorrection = channel(
  'content.settleCorrection',
  z.strictObject({ id: Correction.shape.id, as: z.enum(['confirmed', 'removed']) }),
  Nothing,
  z.union([NotAllowed, failure('CorrectionUnknown', {}), DiskFull]),
);
