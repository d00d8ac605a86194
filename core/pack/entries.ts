import { z } from 'zod';
import { NeedId } from '#core/domain/encounter.ts';
import { IndicatorId } from '#core/domain/observation.ts';
import { Setting } from '#core/domain/setting.ts';
import { PromptId } from '#core/domain/talk.ts';
import { ContactKind } from './contact-seed.ts';
import { entryFields } from './citation.ts';
import { PhraseId } from './phrase.ts';

const FormId = z.string().regex(/^form\.[a-z0-9-]+$/);

/** A sign that may be noticed, or a circumstance that is none (R45). Staff read `text`. */
export const Indicator = z.strictObject({
  id: IndicatorId,
  text: z.string().min(1),
  /** What to look or listen for, or what else could explain it. */
  hint: z.string().min(1),
  kind: z.enum(['sign', 'context']),
  group: z.enum([
    'companion',
    'control',
    'contact',
    'account',
    'body',
    'work',
    'money',
    'movement',
    'fear',
    'home',
    'context',
    /** Added by the place itself; no pack has one. */
    'place',
  ]),
  /** Whether it exists only across visits, and is worked out from them (R42). */
  longitudinal: z.boolean(),
  /** The settings in which a visit offers it beside the short list. */
  settings: z.array(Setting).optional(),
  forms: z.array(FormId),
  /** The sign in the languages of the phrases; those that have one make up the short list of a visit. */
  phrase: PhraseId.optional(),
  ...entryFields,
});
export type Indicator = z.infer<typeof Indicator>;

/** A form of exploitation, so that staff think of more than one (R7). Never a finding. */
export const Form = z.strictObject({
  id: FormId,
  text: z.string().min(1),
  hint: z.string().min(1),
  settingOf: FormId.optional(),
  ...entryFields,
});

/** A field of work to have in mind (R35); each facility keeps those that matter where it is. */
export const Sector = z.strictObject({
  id: z.string().regex(/^sector\.[a-z0-9-]+$/),
  text: z.string().min(1),
  note: z.string().min(1).optional(),
  ...entryFields,
});

export const Need = z.strictObject({
  id: NeedId,
  text: z.string().min(1),
  phrase: PhraseId,
  /** The kinds of helper that usually serve it. */
  servedBy: z.array(ContactKind).min(1),
  ...entryFields,
});
export type Need = z.infer<typeof Need>;

/** A piece of advice or a question for staff, by the moment it is for. */
export const Prompt = z.strictObject({
  id: PromptId,
  moment: z.enum([
    'being-alone',
    'companion-present',
    'opening',
    'asking-about-danger',
    'talking-home',
    'talking-work',
    'talking-money',
    'talking-movement',
    'talking-contacts',
    'talking-papers',
    'talking-health',
    'danger-sign',
    'change-subject',
    'calm',
    'needs',
    'explaining',
    'refusal',
    'closing',
    'debrief',
  ]),
  text: z.string().min(1),
  /** The settings that offer it first; none means every setting at its moment. */
  settings: z.array(Setting).optional(),
  ...entryFields,
});
export type Prompt = z.infer<typeof Prompt>;

/** One line of the reading aid before a visit. Nothing in it is ticked or kept. */
export const ChecklistLine = z.strictObject({
  id: z.string().regex(/^check\.[a-z0-9-]+$/),
  text: z.string().min(1),
  ...entryFields,
});
