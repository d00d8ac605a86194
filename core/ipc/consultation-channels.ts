import { z } from 'zod';
import { Consultation } from '#core/domain/consultation.ts';
import { channel, DiskFull, failure, NoError, NoRequest } from './channel.ts';

/** Keeps that somebody was asked. No visit has to be open, and no gate: nobody is named. */
export const recordConsultation = channel(
  'consultation.record',
  Consultation.pick({ asked: true }).extend({ answered: z.enum(['yes', 'no']) }),
  Consultation,
  z.union([failure('RecipientUnknown', {}), DiskFull]),
);

/** Everything that was asked, newest first. */
export const listConsultations = channel(
  'consultation.list',
  NoRequest,
  z.array(Consultation),
  NoError,
);
