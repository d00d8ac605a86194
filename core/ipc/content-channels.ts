import { z } from 'zod';
import type { Pack } from '#core/pack/pack.ts';
import { channel, NoError, NoRequest } from './channel.ts';

/**
 * A pack on its way to the page. Only its outline is looked at: it was checked in full when
 * the program was built or the update taken, its hash says that it is the same, and reading
 * 34 languages once more at both ends would take longer than all the rest of a start.
 */
const CheckedPack = z.custom<Pack>(
  (value) => typeof value === 'object' && value !== null && 'manifest' in value,
);

/**
 * What is read without signing in, as JSON and in the two parts of core/pack/pack-parts.ts: the pack
 * that ships goes out as its file has it.
 */
export const readPublicPack = channel('content.readPublic', NoRequest, z.string(), NoError);
export const readPublicPhrases = channel(
  'content.readPublicPhrases',
  NoRequest,
  z.string(),
  NoError,
);

/** The pack in force. It holds nothing about any person and is answered while locked. */
export const readPack = channel('content.readPack', NoRequest, CheckedPack, NoError);
