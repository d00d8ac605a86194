import { z } from 'zod';
import { InstrumentWording } from '#core/pack/instrument.ts';
import {
  channel,
  DiskFull,
  failure,
  NamesSubject,
  NoRequest,
  NotAllowed,
  Nothing,
} from './channel.ts';

const Refusals = [NotAllowed, failure('InstrumentUnknown', {})] as const;

/** Whose questions this place has brought in, and by what right. */
export const readWordings = channel(
  'instrument.readWordings',
  NoRequest,
  z.array(InstrumentWording),
  z.never(),
);

/** Brings in the questions of an instrument, in their order, by the right that is named. */
export const keepWording = channel(
  'instrument.keepWording',
  InstrumentWording.pick({ instrument: true, licence: true, questions: true }),
  InstrumentWording,
  z.union([
    ...Refusals,
    failure('QuestionsMiscounted', { expected: z.number().int(), given: z.number().int() }),
    NamesSubject,
    DiskFull,
  ]),
);

export const dropWording = channel(
  'instrument.dropWording',
  InstrumentWording.pick({ instrument: true }),
  Nothing,
  z.union([...Refusals, DiskFull]),
);
