import { Pack } from '#core/pack/pack.ts';
import { channel, NoError, NoRequest } from './channel.ts';

/** The built-in pack. It holds nothing about any person and is answered while locked. */
export const readPack = channel('content.readPack', NoRequest, Pack, NoError);
