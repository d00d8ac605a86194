import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { assert } from '#core/base/assert.ts';
import { ConsentItem, ExplainedPoint } from '#core/domain/consent.ts';
import { ContactId } from '#core/domain/contact.ts';
import { thePerson } from '#core/domain/decider.ts';
import { emptyDraft } from '#core/domain/encounter.ts';
import { LanguageTag } from '#core/domain/language.ts';
import { newOutcome, Outcome } from '#core/domain/outcome.ts';
import { type Format, plainFormat } from '#core/sheet/paper.ts';
import { Sheet } from '#core/sheet/sheet.ts';
import { launch, type Running } from './launch.ts';
import { facility, person } from './people.ts';
import { startQueue } from './queue.ts';
import * as walk from './walk.ts';

const helper = ContactId.parse('contact.fi-nollalinja');
const appointment = { on: '2031-05-14', at: '09:30', reason: 'eye-test' };
const numberOnly = { encounterId: '', helper };

/** Every sheet that is made for a person, an agency or a wall, by a name for its file. */
const wares: Readonly<Record<string, object>> = {
  information: { kind: 'person', ...numberOnly, wanted: { form: 'information' } },
  bilingual: { kind: 'person', ...numberOnly, wanted: { form: 'bilingual' } },
  full: { kind: 'person', ...numberOnly, wanted: { form: 'full' } },
  card: { kind: 'person', ...numberOnly, wanted: { form: 'card', codeWord: 'ladybird' } },
  'card-ten': {
    kind: 'person',
    ...numberOnly,
    wanted: { form: 'card', codeWord: 'ladybird', layout: 'ten' },
  },
  'card-folded': {
    kind: 'person',
    ...numberOnly,
    wanted: { form: 'card', codeWord: 'ladybird', layout: 'folded' },
  },
  slip: { kind: 'person', ...numberOnly, wanted: { form: 'slip', appointment } },
  'slip-hidden': {
    kind: 'person',
    ...numberOnly,
    wanted: { form: 'slip', appointment, hiding: 'form-number-backwards' },
  },
  'follow-up': {
    kind: 'person',
    ...numberOnly,
    wanted: { form: 'follow-up', appointment, number: '+358 9 000 000' },
  },
  memorise: { kind: 'person', ...numberOnly, wanted: { form: 'memorise' } },
  referral: { kind: 'referral', encounterId: '', recipient: helper },
  poster: { kind: 'poster', place: 'fi' },
  leaflet: { kind: 'leaflet', place: 'fi' },
};
export const wareNames = Object.keys(wares);

/** A sheet of paper as a file, and what should stand on it. */
export type Ware = { readonly name: string; readonly sheet: Sheet; readonly file: string };

export type PaperShop = {
  readonly running: Running;
  readonly make: (name: string, language: string, format?: Format) => Promise<Ware>;
  readonly close: () => Promise<void>;
};

const Reply = z.union([
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), error: z.looseObject({ kind: z.string() }) }),
]);

/**
 * The real application with a visit in which everything was written and agreed to. It makes each
 * sheet by the calls that its pages make, and files it.
 */
export async function openPaperShop(folder: string): Promise<PaperShop> {
  const saved = join(folder, 'saved');
  const filed = join(folder, 'filed');
  for (const name of [saved, filed]) mkdirSync(name, { recursive: true });
  const queue = await startQueue(join(folder, 'queue'));
  const running = await launch(join(folder, 'profile'), { env: queue.env });
  const quietly = async () => {};
  await walk.setUp(running.page(), facility, quietly);
  await walk.allowSaving(running.page(), saved, quietly);

  async function ask(channel: string, request: unknown): Promise<unknown> {
    const reply = Reply.parse(
      await running
        .page()
        .evaluate(([name, body]) => window.bridge.invoke(String(name), body), [channel, request]),
    );
    if (!reply.ok) throw new Error(`${channel}: ${JSON.stringify(reply.error)}`);
    return reply.value;
  }
  const encounterId = await beginVisit(ask);
  /** A hand on the keys, as there is while sheets are made: a desk left alone covers itself. */
  async function stayAtTheDesk(): Promise<void> {
    await running.page().keyboard.press('Control');
  }

  return {
    running,
    async make(name, language, format = plainFormat) {
      const ware = wares[name];
      assert(ware !== undefined, `there is a sheet ${name}`);
      await stayAtTheDesk();
      const isPublic = !('encounterId' in ware);
      const order = { ...ware, language, format, ...(isPublic ? {} : { encounterId }) };
      const file = join(filed, `${name}-${language}.pdf`);
      const asked = isPublic ? 'sheet.previewPublic' : 'sheet.preview';
      const sheet = Sheet.parse(await ask(asked, order));
      if (isPublic) {
        rmSync(queue.paper, { force: true });
        const before = queue.printedJobs().length;
        await ask('sheet.printPublic', order);
        while (queue.printedJobs().length === before)
          await new Promise((done) => setTimeout(done, 20));
        renameSync(queue.paper, file);
      } else {
        await ask('sheet.save', order);
        const [only = ''] = readdirSync(saved);
        renameSync(join(saved, only), file);
      }
      assert(readFileSync(file).length > 1_000, 'a document was made');
      return { name, sheet, file };
    },
    async close() {
      await running.close();
      queue.stop();
    },
  };
}

async function beginVisit(
  ask: (channel: string, request: unknown) => Promise<unknown>,
): Promise<string> {
  const { id } = z.object({ id: z.string() }).parse(await ask('encounter.start', null));
  await ask('encounter.confirmAlone', { id });
  const draft = emptyDraft(LanguageTag.parse('ti'));
  await ask('encounter.saveDraft', {
    id,
    draft: {
      ...draft,
      alias: person.alias,
      ownView: { rating: 'worried', words: person.ownWords },
      otherSign: person.otherSign,
      observations: { 'sign.unpaid': 'told' },
      needs: ['need.health', 'need.interpreter'],
      safeContact: { ...draft.safeContact, how: person.safeContact },
      outcome: Outcome.parse({
        ...newOutcome('refer'),
        recipient: helper,
        items: ConsentItem.options,
      }),
    },
  });
  await ask('consent.record', {
    encounterId: id,
    recipient: helper,
    yesTo: ConsentItem.options,
    decidedBy: thePerson,
    explanation: {
      language: 'en',
      how: 'read',
      interpreter: '',
      points: ExplainedPoint.options,
      understood: 'own-words',
      ownWords: '',
    },
    given: { how: 'spoken', witness: '' },
    language: 'en',
    seen: 0,
  });
  return id;
}
