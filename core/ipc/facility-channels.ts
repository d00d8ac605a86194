import { Facility } from '#core/domain/facility.ts';
import {
  channel,
  DiskFull,
  failure,
  NamesSubject,
  NoError,
  NoRequest,
  NotAllowed,
} from './channel.ts';
import { z } from 'zod';

export const readFacility = channel('facility.read', NoRequest, Facility, NoError);

/** The facility's rules, which the safeguarding lead sets. */
export const changeFacility = channel(
  'facility.change',
  Facility,
  Facility,
  z.union([
    NotAllowed,
    /** The folder for saved sheets does not exist or cannot be written to. */
    failure('FolderUnusable', { folder: z.string() }),
    /** The name of the place, which stands on papers. */
    NamesSubject,
    DiskFull,
  ]),
);
