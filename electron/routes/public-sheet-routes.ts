import { err, ok, type Result } from '#core/base/result.ts';
import {
  previewPublicSheet,
  printPublicSheet,
  type PublicSheetOrder,
} from '#core/ipc/sheet-channels.ts';
import { helpersOf } from '#core/pack/contact-seed.ts';
import type { Pack } from '#core/pack/pack.ts';
import { composeLeaflet, composePhrasePanel, composePoster } from '#core/sheet/public-sheets.ts';
import type { Sheet } from '#core/sheet/sheet.ts';
import { wordingOf } from '#core/sheet/wording.ts';
import { staffLanguage } from '#core/domain/language.ts';
import type { Press } from './press.ts';
import type { DrawnPapers } from './printing/drawn-papers.ts';
import { type Route, serve } from './serve.ts';

/** Sheets for everybody in the house. They come from the pack alone and are made without signing in. */
export function publicSheetRoutes(
  pack: () => Pack,
  press: Press,
  papers: DrawnPapers,
): readonly Route[] {
  return [
    serve(previewPublicSheet, 'always', (order) => compose(pack(), order)),
    serve(printPublicSheet, 'always', async (order) => {
      const sheet = compose(pack(), order);
      if (!sheet.ok) return sheet;
      const paper = await papers.draw({ sheet: sheet.value, format: order.format });
      // Nobody is signed in: nothing of it is kept, and the printer is the default one.
      const { size, copies } = order.format;
      const sent = await press.send(paper, { printer: null, copies, size });
      return sent.ok ? ok({ pages: paper.pages }) : sent;
    }),
  ];
}

function compose(
  pack: Pack,
  { kind, language, place }: PublicSheetOrder,
): Result<Sheet, { readonly kind: 'LanguageUnknown' }> {
  if (!pack.manifest.languages.some(({ tag }) => tag === language))
    return err({ kind: 'LanguageUnknown' });
  const wording = wordingOf(pack, language);
  if (kind === 'poster') return ok(composePoster(wording));
  if (kind === 'phrase-panel')
    return ok(composePhrasePanel(pack, wording, wordingOf(pack, staffLanguage)));
  const here = pack.jurisdictions.find(({ id }) => id === place);
  const helplines = helpersOf(pack.contacts, here).filter((contact) => contact.kind === 'helpline');
  return ok(composeLeaflet(wording, helplines));
}
