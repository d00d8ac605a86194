import { z } from 'zod';
import { AddedSign, AddedSigns } from '#core/pack/added-sign.ts';
import {
  channel,
  DiskFull,
  failure,
  NamesSubject,
  NoRequest,
  NotAllowed,
  Nothing,
} from './channel.ts';

/** The signs that this place has added to the list, the withdrawn ones too. */
export const readAddedSigns = channel('sign.readAdded', NoRequest, AddedSigns, NotAllowed);

/** A sign that the list lacks, for the lead to confirm. */
export const proposeSign = channel(
  'sign.propose',
  AddedSign.pick({ text: true, hint: true }),
  AddedSign,
  z.union([
    NotAllowed,
    /** The list has it in these very words. */
    failure('SignKnown', {}),
    NamesSubject,
    DiskFull,
  ]),
);

/**
 * The lead confirms a sign, or withdraws it: one that was never in force goes away, another is not
 * offered any more and keeps its words where a visit has noted it.
 */
export const settleSign = channel(
  'sign.settle',
  z.strictObject({ id: AddedSign.shape.id, as: z.enum(['confirmed', 'withdrawn']) }),
  Nothing,
  z.union([NotAllowed, failure('SignUnknown', {}), DiskFull]),
);
